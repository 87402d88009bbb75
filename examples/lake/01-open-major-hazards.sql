-- 未销号的重大隐患，久的在前
-- Major hazards that are open, the oldest first
SELECT h.district, h.ref, h.unit, h.mine, h.found, days_between(h.found, t.day) AS days
FROM hazards h JOIN today t ON t.district = h.district
WHERE h.major AND h.closed IS NULL
ORDER BY days DESC, h.district, h.ref;
