-- Of those who signed up on a day, who did anything n days later.
WITH cohort AS (
  SELECT user_id, CAST(signup_time + INTERVAL 8 HOUR AS DATE) AS day
  FROM users
  WHERE signup_time >= TIMESTAMP '2026-05-01 16:00:00'
    AND signup_time < TIMESTAMP '2026-05-31 16:00:00'
)
SELECT cohort.day AS cohort, 0 AS period_number, COUNT(*) AS retained_users
FROM cohort GROUP BY 1
UNION ALL
SELECT cohort.day, CAST(e.event_time + INTERVAL 8 HOUR AS DATE) - cohort.day,
  COUNT(DISTINCT cohort.user_id)
FROM cohort JOIN events e ON e.user_id = cohort.user_id
WHERE e.event_time >= TIMESTAMP '2026-05-01 16:00:00'
  AND CAST(e.event_time + INTERVAL 8 HOUR AS DATE) - cohort.day BETWEEN 1 AND 30
GROUP BY 1, 2
