-- Of those who did anything for the first time in the period on a day, who did n days later.
WITH cohort AS (
  SELECT user_id, MIN(FLOOR((TIMESTAMP_TO_MILLIS(__time) + 28800000) / 86400000)) AS d
  FROM events_wide
  WHERE __time >= TIMESTAMP '2026-05-01 16:00:00' AND __time < TIMESTAMP '2026-05-31 16:00:00'
  GROUP BY 1
)
SELECT TIME_FORMAT(MILLIS_TO_TIMESTAMP(cohort.d * 86400000), 'yyyy-MM-dd'),
  FLOOR((TIMESTAMP_TO_MILLIS(e.__time) + 28800000) / 86400000) - cohort.d,
  COUNT(DISTINCT cohort.user_id)
FROM events_wide e JOIN cohort ON e.user_id = cohort.user_id
WHERE e.__time >= TIMESTAMP '2026-05-01 16:00:00' AND e.__time < TIMESTAMP '2026-06-30 16:00:00'
  AND FLOOR((TIMESTAMP_TO_MILLIS(e.__time) + 28800000) / 86400000) - cohort.d BETWEEN 0 AND 30
GROUP BY 1, 2
