-- 发现到销号的天数：中位数和最长
-- Days from finding to close-out: median and longest
SELECT district, count(*) AS closed,
       CAST(percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS DOUBLE) AS median_days,
       max(days) AS longest_days
FROM courses WHERE closed_on IS NOT NULL AND NOT elsewhere GROUP BY district ORDER BY district;
