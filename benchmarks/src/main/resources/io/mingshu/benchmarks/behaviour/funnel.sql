-- From each view: the next cart, from there the next order, from there the next payment, all
-- within seven days of the view. Events are numbered in the order of time.
WITH one AS (
  SELECT user_id, event_id AS first, event_time AS begun, event_id AS last
  FROM events WHERE event_type = 'view'
), two AS (
  SELECT one.user_id, first, begun, MIN(e.event_id) AS last
  FROM one JOIN events e
    ON e.user_id = one.user_id AND e.event_type = 'cart' AND e.event_id > one.last
      AND e.event_time <= one.begun + INTERVAL 7 DAY
  GROUP BY 1, 2, 3
), three AS (
  SELECT two.user_id, first, begun, MIN(e.event_id) AS last
  FROM two JOIN events e
    ON e.user_id = two.user_id AND e.event_type = 'order' AND e.event_id > two.last
      AND e.event_time <= two.begun + INTERVAL 7 DAY
  GROUP BY 1, 2, 3
), four AS (
  SELECT three.user_id, first, begun, MIN(e.event_id) AS last
  FROM three JOIN events e
    ON e.user_id = three.user_id AND e.event_type = 'pay' AND e.event_id > three.last
      AND e.event_time <= three.begun + INTERVAL 7 DAY
  GROUP BY 1, 2, 3
)
SELECT 1 AS step, COUNT(DISTINCT user_id) AS users FROM one
UNION ALL SELECT 2, COUNT(DISTINCT user_id) FROM two
UNION ALL SELECT 3, COUNT(DISTINCT user_id) FROM three
UNION ALL SELECT 4, COUNT(DISTINCT user_id) FROM four
