package org.anamnesis.report;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.anamnesis.evaluate.AttackRisk;
import org.anamnesis.evaluate.AttributeDisclosure;
import org.anamnesis.evaluate.ColumnFidelity;
import org.anamnesis.evaluate.Effect;
import org.anamnesis.evaluate.Estimate;
import org.anamnesis.evaluate.Metric;
import org.anamnesis.evaluate.PrivacyFindings;
import org.anamnesis.evaluate.Subgroup;
import org.anamnesis.evaluate.TableAdherence;
import org.anamnesis.evaluate.TableJudgement;
import org.anamnesis.evaluate.Utility;

/**
 * A judgement for programs: one JSON object, every group with its sentence {@code shows}; a figure
 * that cannot be worked out is null.
 */
public final class JudgementJson {
    private static final int MOST_LISTED = 100;

    private JudgementJson() {}

    /** Ends with a line feed. */
    public static String text(Judged judged) {
        try {
            return JSON.std
                            .with(JSON.Feature.PRETTY_PRINT_OUTPUT)
                            .asString(tree(judged))
                            .replace("\r", "")
                    + "\n";
        } catch (IOException impossible) {
            throw new IllegalStateException("maps and lists are always JSON", impossible);
        }
    }

    /** The same as maps and lists, to be put into a larger answer. */
    public static Map<String, Object> tree(Judged judged) {
        TableJudgement of = judged.judgement();
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("version", judged.version());
        root.put("seed", of.seed());
        root.put(
                "rows",
                map(
                        "train",
                        of.rowsTrain(),
                        "holdout",
                        of.rowsHoldout(),
                        "synthetic",
                        of.rowsSynthetic()));
        root.put("learning", learning(judged.learning()));
        root.put("fidelity", fidelity(of));
        of.courses().ifPresent(c -> root.put("row_to_row", CoursesJson.tree(c)));
        of.utility().ifPresent(u -> root.put("utility", utility(u)));
        root.put("privacy", privacy(of.privacy(), of.keys()));
        root.put("adherence", rules(of.adherence()));
        root.put("clinical_rules", rules(of.clinical()));
        return root;
    }

    private static Map<String, Object> learning(Judged.Learning from) {
        return map(
                "source",
                from.source(),
                "engine",
                from.engine(),
                "settings",
                from.settings(),
                "dropped",
                from.dropped());
    }

    private static Map<String, Object> fidelity(TableJudgement of) {
        return map(
                "columns",
                map(
                        "shows",
                        Metric.COLUMN_DISTANCE.shows(),
                        "ks_mean",
                        number(of.meanDistance(false)),
                        "ks_mean_between_real",
                        number(of.meanFloor(false)),
                        "total_variation_mean",
                        number(of.meanDistance(true)),
                        "total_variation_mean_between_real",
                        number(of.meanFloor(true)),
                        "by_column",
                        of.columns().stream().map(JudgementJson::column).toList()),
                "pairs",
                map(
                        "shows",
                        Metric.PAIRS.shows(),
                        "association_difference_mean",
                        number(of.pairs().meanGap()),
                        "association_difference_between_real",
                        number(of.pairs().meanGapFloor()),
                        "spearman_difference_mean",
                        number(of.pairs().spearmanGap()),
                        "spearman_difference_between_real",
                        number(of.pairs().spearmanGapFloor())),
                "two_sample_auc",
                map(
                        "shows",
                        Metric.TWO_SAMPLE.shows(),
                        "against_train",
                        estimate(of.againstTrain()),
                        "against_holdout",
                        estimate(of.againstHoldout()),
                        "between_real",
                        estimate(of.trainAgainstHoldout()),
                        "copying",
                        of.copying()),
                "coverage",
                map(
                        "shows",
                        Metric.COVERAGE.shows(),
                        "synthetic",
                        number(of.coverage().synthetic()),
                        "between_real",
                        number(of.coverage().floor())),
                "subgroups",
                map(
                        "shows",
                        Metric.SUBGROUPS.shows(),
                        "largest",
                        of.subgroups().stream()
                                .limit(MOST_LISTED)
                                .map(JudgementJson::subgroup)
                                .toList()),
                "effects",
                map(
                        "shows",
                        Metric.EFFECTS.shows(),
                        "share_kept",
                        number(Effect.shareKept(of.effects())),
                        "all",
                        of.effects().stream()
                                .limit(MOST_LISTED)
                                .map(JudgementJson::effect)
                                .toList()));
    }

    private static Map<String, Object> column(ColumnFidelity of) {
        return map(
                "name",
                of.name(),
                "measure",
                of.isCategory() ? "total_variation" : "ks",
                "distance",
                number(of.distance()),
                "between_real",
                number(of.floor()),
                "missing_holdout",
                number(of.missingReal()),
                "missing_synthetic",
                number(of.missingSynthetic()));
    }

    private static Map<String, Object> subgroup(Subgroup of) {
        return map(
                "category",
                of.category(),
                "level",
                of.level(),
                "column",
                of.column(),
                "mean_real",
                number(of.real()),
                "mean_synthetic",
                number(of.synthetic()),
                "difference_sd",
                estimate(of.difference()));
    }

    private static Map<String, Object> effect(Effect of) {
        return map(
                "outcome",
                of.outcome(),
                "column",
                of.column(),
                "kind",
                of.kind().name().toLowerCase(Locale.ROOT),
                "real",
                estimate(of.real()),
                "synthetic",
                estimate(of.synthetic()),
                "kept",
                of.kept(),
                "reversed",
                of.reversed());
    }

    private static Map<String, Object> utility(Utility of) {
        return map(
                "shows",
                Metric.UTILITY.shows(),
                "outcome",
                of.outcome(),
                "measure",
                of.measure().name().toLowerCase(Locale.ROOT),
                "train_on_real",
                estimate(of.real()),
                "train_on_synthetic",
                estimate(of.synthetic()),
                "gap",
                estimate(of.gap()),
                "rows_real",
                of.rowsReal(),
                "rows_synthetic",
                of.rowsSynthetic(),
                "rows_tested",
                of.rowsTested(),
                "note",
                of.note());
    }

    private static Map<String, Object> privacy(PrivacyFindings of, List<String> keys) {
        return map(
                "passes",
                of.verdict().passes(),
                "reasons",
                of.verdict().reasons(),
                "cautions",
                of.verdict().cautions(),
                "membership_auc",
                map(
                        "shows",
                        Metric.MEMBERSHIP.shows(),
                        "nearest",
                        estimate(of.membership().nearest()),
                        "density_ratio",
                        estimate(of.membership().densityRatio()),
                        "outliers",
                        estimate(of.membership().outliers()),
                        "named_at_1_percent_false",
                        number(of.membership().namedAtOnePercent()),
                        "people",
                        of.membership().people(),
                        "strangers",
                        of.membership().strangers()),
                "closeness",
                map(
                        "shows",
                        Metric.CLOSENESS.shows(),
                        "share_closer_to_train",
                        estimate(of.closeness().closerToTrain()),
                        "distance_ratio_5th_percentile",
                        number(of.closeness().ratioAtFivePercent()),
                        "near_copies",
                        number(of.closeness().nearCopies())),
                "copies",
                map(
                        "shows",
                        Metric.COPIES.shows(),
                        "of_train",
                        number(of.copies().ofTrain()),
                        "of_holdout",
                        number(of.copies().ofHoldout()),
                        "excess",
                        number(of.copies().excess()),
                        "duplicates_within",
                        number(of.copies().twice())),
                "attribute_disclosure",
                map(
                        "shows",
                        Metric.ATTRIBUTES.shows(),
                        "keys",
                        keys,
                        "mean_gap_points",
                        number(of.attributes().meanGap()),
                        "pairs_tried",
                        of.attributes().pairs().size(),
                        "share_over_limit",
                        number(of.attributes().overLimit()),
                        "riskiest",
                        of.attributes().pairs().stream()
                                .limit(5)
                                .map(JudgementJson::pair)
                                .toList()),
                "singling_out",
                attacks(Metric.SINGLING_OUT, of.singlingOut()),
                "linkability",
                attacks(Metric.LINKING, of.linking()),
                "inference",
                attacks(Metric.INFERENCE, of.inferring()));
    }

    private static Map<String, Object> pair(AttributeDisclosure.Pair of) {
        return map(
                "known",
                of.keys(),
                "target",
                of.target(),
                "train",
                number(of.train()),
                "holdout",
                number(of.holdout()),
                "gap_points",
                number(of.gap()),
                "standard_error_points",
                number(100 * of.error()));
    }

    private static Map<String, Object> attacks(Metric metric, List<AttackRisk> of) {
        return map(
                "shows",
                metric.shows(),
                "attacks",
                of.stream()
                        .map(
                                a ->
                                        map(
                                                "name",
                                                a.name(),
                                                "tried",
                                                a.attacks(),
                                                "success_on_train",
                                                estimate(a.attack()),
                                                "success_on_holdout",
                                                estimate(a.control()),
                                                "success_of_guessing",
                                                estimate(a.baseline()),
                                                "risk",
                                                estimate(a.risk()),
                                                "no_better_than_guessing",
                                                a.noBetterThanGuessing()))
                        .toList());
    }

    private static Map<String, Object> rules(List<TableAdherence> of) {
        return map(
                "shows",
                Metric.RULES.shows(),
                "rules",
                of.stream()
                        .map(
                                r ->
                                        map(
                                                "id",
                                                r.synthetic().id(),
                                                "rule",
                                                r.synthetic().statement(),
                                                "source",
                                                r.synthetic().source(),
                                                "checked",
                                                r.synthetic().checked(),
                                                "broken",
                                                r.synthetic().broken(),
                                                "share_obeyed",
                                                number(r.shareObeyed()),
                                                "checked_real",
                                                r.real().checked(),
                                                "broken_real",
                                                r.real().broken()))
                        .toList());
    }

    private static Map<String, Object> estimate(Estimate of) {
        return map("value", number(of.value()), "low", number(of.low()), "high", number(of.high()));
    }

    /** Five digits after the point; null for what is not a number. */
    static Object number(double value) {
        if (!Double.isFinite(value)) {
            return null;
        }
        return Math.rint(value * 1e5) / 1e5 + 0.0;
    }

    /** Keys and values in turn. */
    static Map<String, Object> map(Object... pairs) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            out.put((String) pairs[i], pairs[i + 1]);
        }
        return out;
    }
}
