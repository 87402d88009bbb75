-- 各单位执法文书，按种类
-- Enforcement papers by unit and kind
SELECT district, unit, kind, count(*) AS orders FROM orders GROUP BY district, unit, kind ORDER BY district, unit, kind;
