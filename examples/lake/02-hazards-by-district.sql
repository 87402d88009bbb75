-- 各区县隐患：总数、未销号、重大
-- Hazards by district: all, open, major
SELECT district, count(*) AS hazards,
       sum(CASE WHEN is_open THEN 1 ELSE 0 END) AS open,
       sum(CASE WHEN major THEN 1 ELSE 0 END) AS major
FROM courses WHERE NOT elsewhere GROUP BY district ORDER BY district;
