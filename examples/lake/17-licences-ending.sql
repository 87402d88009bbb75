-- 九十天内到期的证照（内部版）
-- Licences that end within ninety days (internal edition)
SELECT l.district, l.mine, l.item.kind AS kind, l.item.until AS until, days_between(t.day, l.item.until) AS days
FROM licences_held l JOIN today t ON t.district = l.district
WHERE days_between(t.day, l.item.until) BETWEEN 0 AND 90 ORDER BY days, l.district, l.mine, l.item.kind;
