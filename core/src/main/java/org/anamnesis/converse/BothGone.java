package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/**
 * "drop both": of a range that was asked last its two ends, else the two wishes that one message
 * brought.
 */
final class BothGone {
    private static final Pattern BOTH =
            Pattern.compile(
                    "(?i)(?:please|ok(?:ay)?|no|and|then|so|actually|oh|well|now|just|hm+|wait|let'?s|can you|could you|i want to|you can"
                            + "|on second thoughts?|[,.—]|\\s)*"
                            + "(?:(?:drop|remove|delete|lift|forget|scrap|cancel|lose|ditch|discard|skip|waive|get rid of|do without|leave out|take out"
                            + "|take away|omit|erase)\\s+both|(?:leave|take)\\s+both(?=.* (?:out|away|off|open)\\b)|both\\s+(?:can|should|must|may|have to)\\s+(?:go|be (?:dropped|removed)))"
                            + "((?:\\s+of)?(?:\\s+(?:the|them|those|these|its|their|my|that))?(?:\\s+(ends|limits|bounds|cutoffs|cut-offs|thresholds|borders))?)"
                            + "(?:\\s+(?:again|please|out|away|off|open|then|now|after all|altogether|of it|of that|of the range|of that range|for now))*[.!\\s]*");

    /** Older than this is no end. */
    private static final int OLDEST = 120;

    private BothGone() {}

    /**
     * Empty where the message is no such wish, or there are no two.
     *
     * @param heard the conversation with the message at its end
     */
    static List<Edit> of(Conversation heard, String message) {
        var both = BOTH.matcher(message.strip());
        List<Constraint> all = heard.spec().constraints();
        if (!both.matches() || all.isEmpty() || heard.now().before().isEmpty()) {
            return List.of();
        }
        boolean ends = both.group(2) != null;
        CohortSpec past = heard.versions().get(heard.now().before().getAsInt()).spec();
        List<Constraint> come = new ArrayList<>(all);
        come.removeAll(past.constraints());
        if (!ends && come.size() == 2 && heard.now().undone().isEmpty()) {
            return come.stream().map(c -> (Edit) Edit.Forget.about(c)).distinct().toList();
        }
        Constraint last = all.get(all.size() - 1);
        for (int i = all.size() - 1; ends && i >= 0 && !range(last); i--) {
            last = all.get(i);
        }
        return range(last) ? List.of(Edit.Forget.about(last)) : List.of();
    }

    /** Has two ends. */
    private static boolean range(Constraint c) {
        if (!(c instanceof Constraint.Require r)) {
            return false;
        }
        return (r.criterion() instanceof Criterion.AgeBetween a
                        && a.minYears() > 0
                        && a.maxYears() < OLDEST)
                || (r.criterion() instanceof Criterion.ObservationWithin o
                        && Double.isFinite(o.range().low())
                        && Double.isFinite(o.range().high()));
    }
}
