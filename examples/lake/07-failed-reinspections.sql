-- 复查不合格的矿山
-- Mines where a re-inspection failed
SELECT district, mine, count(*) AS failed, max(r.item.on) AS latest
FROM reinspections r WHERE r.item.result = 'failed' GROUP BY district, mine ORDER BY failed DESC, district, mine;
