package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.anamnesis.table.Variable;

/**
 * Orders that hold by definition, because one is a part of the other or cannot come before it:
 * total cholesterol holds that of HDL, whatever the table. Two such columns are often so far apart
 * that no table could show the rule by itself; it only must not contradict.
 */
final class MedicalOrders {
    /**
     * @param lower name of the part, in any case
     * @param upper name of the whole
     * @param strict whether the two always differ
     */
    private record Order(Pattern lower, Pattern upper, boolean strict) {}

    /** Rows that could contradict. */
    private static final int FEWEST = 30;

    private static final String START = "(?:^|.*[^a-z])";
    private static final String END = "(?:$|[^a-z].*)";

    /**
     * SmokeAge, age_at_diagnosis, onset.age, but not stage; in the age of another it contradicts.
     */
    private static final Pattern AGE_THEN =
            Pattern.compile(
                    ".*[a-z0-9]Age|.*[_. ][aA]ge|[aA]ge[_. ]?(?i:at|when|onset|first|start|began|diag).*");

    private static final Pattern AGE = Pattern.compile("(?i)age(?:[_. ]?(?:in[_. ]?)?years?)?");

    private static final List<Order> ORDERS =
            List.of(
                    order("dbp|diastolic|bp_?dia(?:stolic)?", "sbp|systolic|bp_?sys(?:tolic)?"),
                    order(
                            "hdl(?:_?chol(?:esterol)?)?|direct_?chol(?:esterol)?",
                            totalOf("chol(?:esterol)?")),
                    order("ldl(?:_?chol(?:esterol)?)?", totalOf("chol(?:esterol)?")),
                    order("direct_?bili(?:rubin)?|dbil", totalOf("bili(?:rubin)?") + "|tbil"),
                    order("free_?psa|fpsa", totalOf("psa")),
                    order("albumin", totalOf("protein")),
                    new Order(AGE_THEN, AGE, false));

    private MedicalOrders() {}

    private static String totalOf(String what) {
        return "tot(?:al)?_?" + what + "|" + what + "_?tot(?:al)?";
    }

    private static Order order(String lower, String upper) {
        return new Order(name(lower), name(upper), true);
    }

    private static Pattern name(String words) {
        return Pattern.compile(START + "(?:" + words + ")" + END, Pattern.CASE_INSENSITIVE);
    }

    /** Those of a table that it does not contradict and that were not found in it. */
    static List<KnownRule> find(Probe probe, List<KnownRule> found) {
        List<KnownRule> out = new ArrayList<>();
        for (Order order : ORDERS) {
            for (int a : probe.numbers()) {
                for (int b : probe.numbers()) {
                    Variable lower = probe.variable(a);
                    Variable upper = probe.variable(b);
                    if (a != b
                            && order.lower.matcher(lower.name()).matches()
                            && order.upper.matcher(upper.name()).matches()
                            && (lower.unit().isEmpty()
                                    || upper.unit().isEmpty()
                                    || lower.unit().equals(upper.unit()))) {
                        var rule = new OrderRule(lower.name(), upper.name(), order.strict);
                        RuleEvidence evidence = Probe.evidence(rule, probe.table(), 1);
                        // who has a value of one only if of the other is another rule of the two
                        boolean known =
                                found.stream()
                                        .filter(k -> k.rule() instanceof OrderRule)
                                        .anyMatch(k -> k.rule().columns().equals(rule.columns()));
                        if (!known
                                && evidence.checked() >= FEWEST
                                && evidence.breaking() <= Probe.errors(evidence.checked())) {
                            out.add(new KnownRule(rule, evidence, KnownRule.Origin.MEDICINE));
                        }
                    }
                }
            }
        }
        return out;
    }
}
