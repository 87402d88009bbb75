-- 尚未解除的停产停业、停止作业文书
-- Orders that stop a mine and are not lifted
SELECT o.district, o.ref, o.unit, o.mine, o.kind, o.at, days_between(CAST(o.at AS DATE), t.day) AS days
FROM orders o JOIN today t ON t.district = o.district
WHERE o.kind IN ('stop-work', 'suspend-production', 'withhold-licence') AND o.lifted IS NULL
ORDER BY days DESC, o.district, o.ref;
