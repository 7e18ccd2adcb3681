-- What tongket.rollup.rules says, written by hand for DuckDB: the peer that the cube is measured against.
-- Reads segments (the facts) and the tables of tongket.rollup.tables.
WITH newest AS (
    SELECT indicator, measure, period, unit, arg_max_null(value, seq) AS value FROM segments GROUP BY ALL
),
current AS (
    SELECT * FROM newest WHERE value IS NOT NULL
),
placed AS (
    SELECT c.*, e.era FROM current AS c JOIN eras AS e USING (period)
),
pairs AS (
    SELECT m.indicator, c.measure, c.period, c.era, c.unit, c.value * w.value AS top, w.value AS base
    FROM meanings AS m
    JOIN placed AS c ON c.indicator = m.indicator
    JOIN current AS w ON w.indicator = m.weight AND w.measure = c.measure AND w.period = c.period AND w.unit = c.unit
    WHERE m.method = 'weighted_mean' AND w.value >= 0
    UNION ALL
    SELECT m.indicator, c.measure, c.period, c.era, c.unit, c.value * w.value, w.value
    FROM meanings AS m
    JOIN placed AS c ON c.indicator = m.indicator
    JOIN current AS w ON w.indicator = m.weight AND w.measure = 0 AND w.period = c.period - 12 AND w.unit = c.unit
    WHERE m.method = 'index' AND w.value >= 0
    UNION ALL
    SELECT m.indicator, p.measure, p.period, p.era, p.unit, p.value, w.value
    FROM meanings AS m
    JOIN placed AS p ON p.indicator = m.part
    JOIN current AS w ON w.indicator = m.whole AND w.measure = p.measure AND w.period = p.period AND w.unit = p.unit
    WHERE m.method = 'ratio_of_sums' OR (m.method = 'share' AND p.value BETWEEN 0 AND w.value)
),
quotients AS (
    SELECT q.indicator, q.measure, q.period, b.unit,
        half_even(sum(q.top)::BIGINT * any_value(m.times), sum(q.base)::BIGINT * any_value(m.by)) AS value
    FROM pairs AS q
    JOIN below AS b ON b.era = q.era AND b.leaf = q.unit
    JOIN meanings AS m ON m.indicator = q.indicator
    WHERE NOT b.is_leaf OR m.method IN ('ratio_of_sums', 'share')
    GROUP BY ALL
),
inner_units AS (
    SELECT c.indicator, c.measure, c.period, b.unit,
        CASE any_value(m.method)
            WHEN 'min' THEN min(c.value) WHEN 'max' THEN max(c.value) ELSE sum(c.value)::BIGINT
        END AS value
    FROM placed AS c
    JOIN meanings AS m USING (indicator)
    JOIN below AS b ON b.era = c.era AND b.leaf = c.unit AND NOT b.is_leaf
    WHERE m.method IN ('sum', 'last', 'min', 'max')
    GROUP BY ALL
),
figures AS (
    SELECT c.indicator, c.measure, c.period, c.unit, c.value
    FROM placed AS c
    JOIN meanings AS m USING (indicator)
    JOIN peers AS p ON p.era = c.era AND p.unit = c.unit
    LEFT JOIN below AS b ON b.era = c.era AND b.unit = c.unit AND b.is_leaf
    WHERE m.method = 'not_additive' OR (m.method NOT IN ('ratio_of_sums', 'share') AND b.is_leaf)
    UNION ALL SELECT * FROM inner_units
    UNION ALL SELECT * FROM quotients WHERE value IS NOT NULL
),
side_by_side AS (
    SELECT indicator, period, unit,
        max(value) FILTER (measure = 0) AS actual,
        max(value) FILTER (measure = 1) AS target,
        max(value) FILTER (measure = 2) AS estimate
    FROM figures
    GROUP BY ALL
)
SELECT now.indicator, now.period, now.unit, now.actual, now.target, now.estimate,
    half_even(now.actual * 10000, now.target) AS plan_percent,
    half_even((now.actual - before.actual) * 10000, before.actual) AS change_percent,
    CASE WHEN m.direction <> 'neither' AND now.actual IS NOT NULL THEN
        rank() OVER (
            PARTITION BY now.indicator, now.period, p.peers
            ORDER BY CASE m.direction WHEN 'less' THEN now.actual ELSE -now.actual END NULLS LAST
        )
    END AS rank
FROM side_by_side AS now
JOIN meanings AS m USING (indicator)
JOIN eras AS e USING (period)
JOIN peers AS p ON p.era = e.era AND p.unit = now.unit
LEFT JOIN side_by_side AS before
    ON before.indicator = now.indicator AND before.unit = now.unit AND before.period = now.period - 12
