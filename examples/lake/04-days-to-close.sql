-- 发现到销号的天数：中位数和最长
-- Days from finding to close-out: median and longest
SELECT district, count(*) AS closed,
       CAST(percentile_cont(0.5) WITHIN GROUP (ORDER BY days_between(found, closed.on)) AS DOUBLE) AS median_days,
       max(days_between(found, closed.on)) AS longest_days
FROM hazards WHERE closed IS NOT NULL GROUP BY district ORDER BY district;
