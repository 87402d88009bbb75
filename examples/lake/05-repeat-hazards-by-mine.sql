-- 隐患不止一次的矿山
-- Mines with more than one hazard
SELECT district, mine, count(*) AS hazards, sum(CASE WHEN major THEN 1 ELSE 0 END) AS major
FROM courses WHERE NOT elsewhere GROUP BY district, mine HAVING count(*) > 1 ORDER BY hazards DESC, district, mine;
