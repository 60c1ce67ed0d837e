package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.evaluate.Estimate;
import org.anamnesis.evaluate.JudgedOutcome;
import org.anamnesis.evaluate.JudgedTables;
import org.anamnesis.evaluate.PrivacyAudit;
import org.anamnesis.evaluate.PrivacyFindings;
import org.anamnesis.evaluate.PrivacyVerdict;
import org.anamnesis.evaluate.TableJudge;
import org.anamnesis.evaluate.Utility;

/**
 * The audit of every learning: the quick attacks decide whether the model may be kept; how like the
 * people it is, is said beside it.
 */
final class LearningAudit implements ModelAudit {
    @Override
    public Verdict of(List<JudgedTables> splits, List<String> keys, String target, long seed) {
        PrivacyFindings found = PrivacyAudit.quick(splits, keys, seed);
        JudgedTables tables = splits.get(0);
        if (!found.verdict().passes()) {
            return new Verdict(
                    false, found.verdict().reasons(), privacy(found, splits.size()), Map.of());
        }
        Estimate told = TableJudge.toldFromStrangers(tables, seed);
        Optional<Utility> carried =
                target.isEmpty()
                        ? Optional.empty()
                        : TableJudge.carriesOver(tables, new JudgedOutcome.Column(target), seed);
        return new Verdict(
                true,
                sentences(splits, found, told, carried),
                privacy(found, splits.size()),
                quality(told, carried));
    }

    private static List<String> sentences(
            List<JudgedTables> splits,
            PrivacyFindings found,
            Estimate told,
            Optional<Utility> carried) {
        Estimate member = found.membership().nearest();
        List<String> said = new ArrayList<>();
        if (splits.size() > 1) {
            said.add(
                    text(
                            "So small a table holds few people out; %d models were learned, each with"
                                    + " other people held out, and attacked together. The first is kept.",
                            splits.size()));
        }
        said.add(
                text(
                        "Privacy, tried on %d training people and %d held out%s: who was"
                                + " learned from can be told with AUC %.3f (95 %% interval %.3f to %.3f;"
                                + " 0.5 is a coin, the limit %.2f); %.2f %% of made rows are a training"
                                + " record beyond coincidence.",
                        found.membership().people(),
                        found.membership().strangers(),
                        splits.size() > 1 ? ", all models together" : "",
                        member.value(),
                        member.low(),
                        member.high(),
                        PrivacyVerdict.MEMBERSHIP_LIMIT,
                        100 * Math.max(0, found.copies().excess())));
        said.addAll(found.verdict().cautions());
        said.add(
                text(
                        "Likeness: boosted trees tell made rows from held-out people with AUC %.3f"
                                + " (%.3f to %.3f; 0.5 is perfect).",
                        told.value(), told.low(), told.high()));
        carried.ifPresent(
                u ->
                        said.add(
                                text(
                                        "Use: %s of held-out people is predicted with %s %.3f by trees"
                                                + " that learned made rows, %.3f by those that learned"
                                                + " real ones.",
                                        u.outcome(),
                                        u.measure().symbol(),
                                        u.synthetic().value(),
                                        u.real().value())));
        return said;
    }

    private static Map<String, Object> privacy(PrivacyFindings found, int models) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("passes", found.verdict().passes());
        out.put("reasons", found.verdict().reasons());
        out.put("cautions", found.verdict().cautions());
        out.put("attacked", found.membership().people());
        out.put("models", models);
        out.put("membershipAuc", figure(found.membership().nearest()));
        out.put("copiesBeyondCoincidence", found.copies().excess());
        out.put("epsilon", "none: learned without differential privacy");
        return out;
    }

    private static Map<String, Object> quality(Estimate told, Optional<Utility> carried) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("c2stHoldoutAuc", figure(told));
        carried.ifPresent(
                u -> {
                    out.put("outcome", u.outcome());
                    out.put("measure", u.measure().symbol());
                    out.put("trainedOnReal", figure(u.real()));
                    out.put("trainedOnSynthetic", figure(u.synthetic()));
                });
        return out;
    }

    /** JSON has no NaN: a figure that cannot be worked out has no values. */
    private static Map<String, Object> figure(Estimate of) {
        Map<String, Object> out = new LinkedHashMap<>(); // Map.of has another order in each run
        if (of.known()) {
            out.put("value", of.value());
            out.put("low", of.low());
            out.put("high", of.high());
        }
        return out;
    }

    private static String text(String format, Object... figures) {
        return String.format(Locale.ROOT, format, figures);
    }
}
