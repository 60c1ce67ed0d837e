package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.table.Table;

/** Rules that the user states, checked against the table, and joined with those found. */
public final class StatedRules {
    private StatedRules() {}

    /**
     * The rules with what the table says about them. A rule that rows break is taken all the same:
     * the user may know better than the table; its sentence says how many.
     *
     * @param texts as in {@code --rule}
     * @throws RequestException with a problem for each text that is no rule, and for each that
     *     computes a column a second time or in a circle
     */
    public static List<KnownRule> of(List<String> texts, Table table) {
        List<KnownRule> out = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        var graph = new RuleGraph();
        for (String text : texts) {
            try {
                StatedRuleReader.Read read = StatedRuleReader.read(text, table.variables());
                TableRule rule =
                        read instanceof StatedRuleReader.Read.Whole whole
                                ? whole.rule()
                                : lookup((StatedRuleReader.Read.Follows) read, table);
                if (rule instanceof Derivation d) {
                    if (!graph.takes(d.target(), d.inputs())) {
                        problems.add(twice(text, d));
                        continue;
                    }
                    graph.add(d.target(), d.inputs());
                }
                out.add(
                        new KnownRule(
                                rule, Probe.evidence(rule, table, 1), KnownRule.Origin.STATED));
            } catch (NotARuleException e) {
                problems.add(e.problem());
            }
        }
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        return out;
    }

    private static TableRule lookup(StatedRuleReader.Read.Follows asked, Table table) {
        return LookupSearch.stated(asked.column(), asked.parent(), table);
    }

    private static Problem twice(String text, Derivation d) {
        return new Problem(
                "rule.circle",
                text,
                "%s is computed by another rule already, or from itself.".formatted(d.target()),
                "one of the two rules");
    }

    /**
     * Stated and found rules together, stated first. A found one is left out where a stated one
     * says the same columns another way.
     */
    public static List<KnownRule> joined(List<KnownRule> stated, List<KnownRule> found) {
        List<KnownRule> out = new ArrayList<>(stated);
        var graph = new RuleGraph();
        for (KnownRule k : stated) {
            if (k.rule() instanceof Derivation d) {
                graph.add(d.target(), d.inputs());
            }
        }
        for (KnownRule k : found) {
            Optional<KnownRule> same =
                    stated.stream().filter(s -> sameSubject(s.rule(), k.rule())).findFirst();
            if (same.isPresent()) {
                continue;
            }
            if (k.rule() instanceof Derivation d) {
                if (!graph.takes(d.target(), d.inputs())) {
                    continue;
                }
                graph.add(d.target(), d.inputs());
            }
            out.add(k);
        }
        return out;
    }

    private static boolean sameSubject(TableRule a, TableRule b) {
        return a.getClass().equals(b.getClass())
                && a.columns().equals(b.columns())
                && !(a instanceof CheckRule);
    }
}
