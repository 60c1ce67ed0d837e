package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.code.Vocabulary;

/** What people say for a header that nobody reads aloud: "LOS", "n_meds", "visit_count". */
final class HeaderNames {
    private static final Map<String, List<String>> SAID =
            Map.ofEntries(
                    Map.entry("los", List.of("length of stay", "stay")),
                    Map.entry("length of stay", List.of("LOS", "stay")),
                    Map.entry("time in hospital", List.of("length of stay", "LOS", "stay")),
                    Map.entry("verweildauer", List.of("length of stay", "LOS")),
                    Map.entry("fu", List.of("follow-up", "follow up")),
                    Map.entry("fup", List.of("follow-up", "follow up")),
                    Map.entry("readm", List.of("readmitted", "readmission")),
                    Map.entry("readmitted", List.of("readmission")),
                    Map.entry("admitted", List.of("admission")),
                    Map.entry("discharged", List.of("discharge")),
                    Map.entry("admit date", List.of("admission date", "admitted")),
                    Map.entry("admission date", List.of("admitted", "admission")),
                    Map.entry("discharge date", List.of("discharged", "discharge")));

    /** "n_meds", "num_lab_procedures", "number of visits", "visit_count". */
    private static final Pattern COUNTED =
            Pattern.compile(
                    "(?:n|no|nr|num|number|count|anzahl)(?: of)? (.+)|(.+) (?:count|number)");

    private HeaderNames() {}

    /** Other ways to say the header, none of them it. */
    static List<String> of(String header) {
        String plain =
                header.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
                        .replaceAll("[_.\\s]+", " ")
                        .strip()
                        .toLowerCase(Locale.ROOT);
        List<String> said = new ArrayList<>(SAID.getOrDefault(plain, List.of()));
        Matcher m = COUNTED.matcher(plain);
        if (m.matches()) {
            String what = m.group(1) == null ? m.group(2) : m.group(1);
            said.add("number of " + what);
            said.add("number of " + what + "s");
            if (Vocabulary.bundled().find(what).isEmpty()) {
                said.add(what);
            }
        }
        return said;
    }
}
