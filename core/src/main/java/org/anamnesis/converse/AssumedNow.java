package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.plan.Reach;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.CohortSpec;

/**
 * Everything that stands as it does because nobody said otherwise: what was said of each message,
 * what planning decides, and settings that were never named.
 */
final class AssumedNow {
    private AssumedNow() {}

    static List<String> of(Conversation heard, World world) {
        CohortSpec spec = heard.spec();
        List<String> all = new ArrayList<>(heard.now().said().assumed());
        if (spec.equals(CohortSpec.DEFAULT)) {
            return all;
        }
        Optional<Reach> reach = reach(spec, world);
        reach.ifPresent(
                r ->
                        r.explained().stream()
                                .map(e -> e.endsWith(".") ? e : e + ".")
                                .filter(e -> all.stream().noneMatch(e::equalsIgnoreCase))
                                .forEach(all::add));
        if (reach.isPresent()) { // of a learned table others are usual
            settings(spec, all);
        }
        return all;
    }

    private static Optional<Reach> reach(CohortSpec spec, World world) {
        try {
            return world.look(spec).reach();
        } catch (RequestException e) {
            return Optional.empty(); // what cannot be met is told elsewhere
        }
    }

    private static void settings(CohortSpec spec, List<String> all) {
        CohortSpec usual = CohortSpec.DEFAULT;
        if (spec.seed() == usual.seed()) {
            all.add("No seed was given: 1.");
        }
        if (spec.engine().equals(usual.engine())) {
            all.add("No engine was named: trees.");
        }
        if (spec.formats().equals(usual.formats())) {
            all.add("No format was named: CSV and Parquet.");
        }
    }
}
