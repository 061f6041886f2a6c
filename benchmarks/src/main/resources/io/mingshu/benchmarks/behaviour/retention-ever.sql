-- Of those who did anything for the very first time on a day, who did n days later.
WITH cohort AS (
  SELECT user_id, MIN(CAST(event_time + INTERVAL 8 HOUR AS DATE)) AS day
  FROM events
  GROUP BY user_id
  HAVING MIN(event_time) >= TIMESTAMP '2026-05-01 16:00:00'
    AND MIN(event_time) < TIMESTAMP '2026-05-31 16:00:00'
)
SELECT cohort.day AS cohort,
  CAST(e.event_time + INTERVAL 8 HOUR AS DATE) - cohort.day AS period_number,
  COUNT(DISTINCT cohort.user_id) AS retained_users
FROM cohort JOIN events e ON e.user_id = cohort.user_id
WHERE e.event_time >= TIMESTAMP '2026-05-01 16:00:00'
  AND CAST(e.event_time + INTERVAL 8 HOUR AS DATE) - cohort.day BETWEEN 0 AND 30
GROUP BY 1, 2
