package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/** "make that at least one of them", "either will do", "no, all of them": of wishes alike. */
final class OfThem {
    private static final String LEAD =
            "(?i)(?:no|oh|ok(?:ay)?|well|sorry|actually|rather|but|just|only|so|hm+|wait|i mean|i meant|make (?:it|that)"
                    + "|let (?:it|that) be|(?:they|everyone|patients|people) (?:only )?(?:need|should|must|have to|may)(?: only)?"
                    + "(?: to)?(?: have| be on| take| meet)?|having|with|i want|it(?:'s| is) enough (?:if|that) they have|[,.;:!—-]|\\s)*";
    private static final String THEM =
            "(?:them|these|those|the (?:two|three|four|above|conditions|drugs|limits|criteria|comorbidities|diseases))";
    private static final String TAIL =
            "(?: please| instead| then| too| is enough| is sufficient| is fine| is ok(?:ay)?| will do| would do| suffices"
                    + "| is plenty| are enough| will suffice|[.!]|\\s)*";
    private static final Pattern SOME =
            Pattern.compile(
                    LEAD
                            + "(?:at least |any |a minimum of |no fewer than )?(one|any|either|two|three|1|2|3)"
                            + "(?: or more)?(?: (?:one )?of "
                            + THEM
                            + "| or the other| one(?= (?:is|will|would|suffices)))"
                            + TAIL);
    private static final Pattern EITHER =
            Pattern.compile(
                    LEAD
                            + "(either|any one|one)(?: one)?(?: (?:is enough|will do|would do|suffices|is sufficient|will suffice))"
                            + TAIL);
    private static final Pattern ALL =
            Pattern.compile(LEAD + "(?:both|all|every one|each)(?: of " + THEM + ")?" + TAIL);
    private static final Pattern ONE =
            Pattern.compile(
                    "(?i)(?:no|oh|ok(?:ay)?|sorry|actually|then|and|so|well|[,.;:!—-]|\\s)*(?:only|just|keep(?: only| just)?|leave only)"
                            + "(?: keep| take)? the (first|second|third|former|latter|last)(?: one| of (?:them|these|those|the two|the three))?"
                            + "(?: please| then| is enough| remains?| stays?|[.!]|\\s)*");
    private static final Map<String, Integer> NUMBERS =
            Map.of("two", 2, "2", 2, "three", 3, "3", 3);

    private OfThem() {}

    /**
     * Empty where the message is no such wish, or there are no wishes that it can be of.
     *
     * @param heard the conversation with the message at its end
     */
    static List<Edit> of(Conversation heard, String message) {
        String plain = message.strip();
        CohortSpec now = heard.spec();
        Matcher some = SOME.matcher(plain);
        Matcher either = EITHER.matcher(plain);
        if (some.matches()) {
            return atLeast(NUMBERS.getOrDefault(some.group(1).toLowerCase(Locale.ROOT), 1), now);
        }
        if (either.matches()) {
            return atLeast(1, now);
        }
        Matcher one = ONE.matcher(plain);
        if (one.matches()) {
            return only(one.group(1).toLowerCase(Locale.ROOT), now);
        }
        return ALL.matcher(plain).matches() ? all(now) : List.of();
    }

    /** Both of one kind; what is required, of the same kind of criterion. */
    private static boolean alike(Constraint one, Constraint other) {
        if (one instanceof Constraint.Require a && other instanceof Constraint.Require b) {
            return a.criterion().getClass() == b.criterion().getClass();
        }
        return one.getClass() == other.getClass();
    }

    /** "only the first one", of shares, drugs, conditions or limits, whichever was asked last. */
    private static List<Edit> only(String which, CohortSpec now) {
        List<Constraint> asked = now.constraints();
        if (asked.isEmpty()) {
            return List.of();
        }
        Constraint last = asked.get(asked.size() - 1);
        List<Constraint> alike = asked.stream().filter(c -> alike(c, last)).toList();
        int kept =
                switch (which) {
                    case "first", "former" -> 0;
                    case "second" -> 1;
                    case "third" -> 2;
                    default -> alike.size() - 1;
                };
        List<Edit> edits = new ArrayList<>();
        for (int k = 0; kept < alike.size() && k < alike.size(); k++) {
            if (k != kept) {
                edits.add(Edit.Forget.about(alike.get(k)));
            }
        }
        return edits;
    }

    private static List<Edit> atLeast(int count, CohortSpec now) {
        List<Constraint.Require> alike = alike(now);
        if (alike.size() <= count) {
            return List.of();
        }
        List<Edit> edits = new ArrayList<>();
        List<Criterion> of = new ArrayList<>();
        for (Constraint.Require r : alike) {
            edits.add(Edit.Forget.about(r));
            of.add(r.criterion());
        }
        edits.add(new Edit.AddConstraint(new Constraint.Require(new Criterion.AtLeast(count, of))));
        return edits;
    }

    /** Of alternatives asked last: each. */
    private static List<Edit> all(CohortSpec now) {
        List<Constraint> asked = now.constraints();
        boolean some =
                !asked.isEmpty()
                        && asked.get(asked.size() - 1) instanceof Constraint.Require r
                        && r.criterion() instanceof Criterion.AtLeast;
        if (!some) {
            return List.of();
        }
        Constraint.Require last = (Constraint.Require) asked.get(asked.size() - 1);
        List<Edit> edits = new ArrayList<>(List.of(Edit.Forget.about(last)));
        for (Criterion c : ((Criterion.AtLeast) last.criterion()).of()) {
            edits.add(new Edit.AddConstraint(new Constraint.Require(c)));
        }
        return edits;
    }

    /** Conditions, drugs or limits, whichever was asked last; else the only two there are. */
    private static List<Constraint.Require> alike(CohortSpec now) {
        List<Constraint.Require> clinical = new ArrayList<>();
        for (Constraint c : now.constraints()) {
            if (c instanceof Constraint.Require r && clinical(r.criterion())) {
                clinical.add(r);
            }
        }
        if (clinical.isEmpty()) {
            return List.of();
        }
        Class<?> kind = clinical.get(clinical.size() - 1).criterion().getClass();
        List<Constraint.Require> same =
                clinical.stream().filter(r -> kind.isInstance(r.criterion())).toList();
        return same.size() > 1 ? same : clinical.size() == 2 ? clinical : List.of();
    }

    private static boolean clinical(Criterion c) {
        return c instanceof Criterion.HasCondition
                || c instanceof Criterion.TakesMedication
                || c instanceof Criterion.ObservationWithin;
    }
}
