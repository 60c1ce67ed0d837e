package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Whose figure it is and who says so: what every figure in an answer must state.
 *
 * @param population whose figure, with its subgroup, in the source's words
 * @param years when
 * @param n persons it rests on, if stated; of the census, its synthetic rows
 * @param persons what {@code n} counts: "persons" or "synthetic rows"
 * @param weighting whether survey weights were used
 * @param source who says so
 * @param confidence one word: computed, read, unverified or synthetic
 * @param checked the same for people
 */
record Standing(
        String population,
        String years,
        OptionalLong n,
        String persons,
        String weighting,
        Citations.Cited source,
        String confidence,
        String checked) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("source: " + source.shown());
        lines.add(
                "%s; %s; %s; %s; %s"
                        .formatted(
                                population,
                                years.equals("not stated") ? "years not stated" : years,
                                n.isPresent()
                                        ? "n = %s %s"
                                                .formatted(Amounts.count(n.getAsLong()), persons)
                                        : "n not stated",
                                weighting,
                                checked));
        return lines;
    }

    void into(Map<String, Object> json) {
        json.put("population", population);
        json.put("years", years);
        if (n.isPresent()) {
            json.put("n", n.getAsLong());
            json.put("n_counts", persons);
        }
        json.put("weighting", weighting);
        source.into(json);
        json.put("confidence", confidence);
    }
}
