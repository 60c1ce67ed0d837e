package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anamnesis.code.Concept;
import org.anamnesis.code.OrderedProcedure;

/** Names of what is measured or done at visits: "UACR and eye exam", "lipid panel", "an echo". */
final class OrderedNames {
    private static final Map<String, String> PROCEDURES = procedures();
    private static final Phrases WORDS = new Phrases(PROCEDURES.keySet());
    private static final String ARTICLES = "an?|the|their|its|regular|routine|of|full|complete";
    private static final String LINKS = ",|and|or|&|/|plus|as|well";

    private OrderedNames() {}

    /**
     * Some names one after the other.
     *
     * @param observations ids
     * @param procedures ids
     */
    record Found(List<String> observations, List<String> procedures, int from, int to) {}

    private static Map<String, String> procedures() {
        Map<String, String> all = new HashMap<>();
        for (OrderedProcedure p : OrderedProcedure.bundled()) {
            p.words().forEach(w -> all.put(w, p.id()));
        }
        return all;
    }

    /** What is named from a token on; articles before a name are passed. */
    static Optional<Found> at(Sentence s, int i) {
        List<String> observations = new ArrayList<>();
        List<String> procedures = new ArrayList<>();
        int to = -1;
        int at = i;
        while (true) {
            while (s.like(at, ARTICLES)) {
                at++;
            }
            int end = one(s, at, observations, procedures);
            if (end < 0) {
                break;
            }
            to = end;
            at = end;
            while (at < end + 3 && s.like(at, LINKS)) {
                at++;
            }
            if (at == end) {
                break;
            }
        }
        return to < 0 ? Optional.empty() : Optional.of(new Found(observations, procedures, i, to));
    }

    private static int one(Sentence s, int i, List<String> observations, List<String> procedures) {
        int panel = s.afterAny(i, Panels.NAMES);
        Optional<Sentence.Named> named = s.namedAt(i, Concept.Kind.OBSERVATION);
        int procedure = s.afterAny(i, WORDS);
        int observed = Math.max(panel, named.map(Sentence.Named::to).orElse(-1));
        if (procedure > observed) {
            procedures.add(PROCEDURES.get(words(s, i, procedure)));
            return procedure;
        }
        if (panel > 0 && panel >= observed) {
            observations.addAll(Panels.of(words(s, i, panel)));
            return panel;
        }
        named.ifPresent(n -> observations.add(n.concept().id()));
        return observed;
    }

    private static String words(Sentence s, int from, int to) {
        return IntStream.range(from, to).mapToObj(s::word).collect(Collectors.joining(" "));
    }
}
