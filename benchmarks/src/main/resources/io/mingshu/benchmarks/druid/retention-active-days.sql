-- Of those who did anything on a day, who did n days later. Pairs of person and day are unique on
-- both sides, so that counting rows counts people: COUNT(DISTINCT) over such a join is wrong.
WITH active AS (
  SELECT user_id, FLOOR((TIMESTAMP_TO_MILLIS(__time) + 28800000) / 86400000) AS d
  FROM events_wide
  WHERE __time >= TIMESTAMP '2026-05-01 16:00:00' AND __time < TIMESTAMP '2026-06-30 16:00:00'
  GROUP BY 1, 2
), cohort AS (
  SELECT user_id, FLOOR((TIMESTAMP_TO_MILLIS(__time) + 28800000) / 86400000) AS d
  FROM events_wide
  WHERE __time >= TIMESTAMP '2026-05-01 16:00:00' AND __time < TIMESTAMP '2026-05-31 16:00:00'
  GROUP BY 1, 2
)
SELECT TIME_FORMAT(MILLIS_TO_TIMESTAMP(cohort.d * 86400000), 'yyyy-MM-dd'), active.d - cohort.d, COUNT(*)
FROM cohort JOIN active ON active.user_id = cohort.user_id
WHERE active.d - cohort.d BETWEEN 0 AND 30
GROUP BY 1, 2
