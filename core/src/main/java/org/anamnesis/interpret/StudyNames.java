package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.code.StudyKind;
import org.anamnesis.code.StudyKinds;

/**
 * What is in recordings and images by its names in other languages, and its English: without them a
 * name of several words would be put into English word by word. Single words are left to {@link
 * StudyTerms}, which know them as they are; many have everyday meanings.
 */
final class StudyNames {
    /** Less and more of what a recording has by degrees, as each language says it before it. */
    private static final Map<Language, List<List<String>>> DEGREES =
            Map.of(
                    Language.DE, List.of(List.of("weniger", "geringere"), List.of("mehr")),
                    Language.ES, List.of(List.of("menos"), List.of("más")),
                    Language.FR, List.of(List.of("moins de"), List.of("plus de")),
                    Language.ZH, List.of(List.of("减少", "降低", "更少"), List.of("增加", "更多")));

    /** Names of CT that mean other things elsewhere, with what may lead to a region behind them. */
    private static final Map<Language, List<List<String>>> CT =
            Map.of(
                    Language.DE, List.of(List.of("CT", "CTs"), List.of("des ", "vom ", "der ")),
                    Language.ES,
                            List.of(
                                    List.of("TC", "TCs", "TAC", "tomografía", "tomografías"),
                                    List.of("", "de ", "del ", "de la ")),
                    Language.FR,
                            List.of(
                                    List.of("TDM", "scanner", "scanners"),
                                    List.of("", "du ", "de la ", "de l'", "de ")));

    private final Map<String, String> all = new LinkedHashMap<>();

    private StudyNames(Language language) {
        for (StudyKind kind : StudyKinds.bundled()) {
            kind.findings().forEach(f -> names(f.names()));
            kind.findings().forEach(f -> f.details().forEach(this::choices));
            kind.measurements().forEach(m -> names(m.names()));
            for (StudyKind.Setting s : kind.settings()) {
                names(s.names());
                if (s.id().equals("region")) {
                    regions(s, CT.getOrDefault(language, List.of()));
                } else if (s.parts().isEmpty()) {
                    choices(s);
                }
                if (!s.parts().isEmpty()) { // "Ableitungen" means nothing else
                    s.names().forEach(n -> all.putIfAbsent(n, s.names().get(0)));
                    s.called().values().forEach(this::names);
                }
                if (s.choices().contains("low") && s.choices().contains("high")) {
                    degrees(s.names(), language);
                }
            }
        }
    }

    /** English by name, the first name of a thing being its English. */
    static Map<String, String> of(Language language) {
        return new StudyNames(language).all;
    }

    /** Whether it is the English name of what is measured in recordings or images. */
    static boolean measured(String name) {
        return StudyKinds.bundled().stream()
                .flatMap(k -> k.measurements().stream())
                .anyMatch(m -> m.names().stream().anyMatch(name::equalsIgnoreCase));
    }

    private void names(List<String> names) {
        for (String name : names) {
            boolean han = name.codePoints().anyMatch(c -> c >= 0x4E00 && c <= 0x9FFF);
            if (han || name.contains(" ") || name.contains("-")) {
                all.putIfAbsent(name, english(name, names));
            }
        }
    }

    /** "lóbulo superior derecho", "左侧": as the choice is said in English. */
    private void choices(StudyKind.Setting of) {
        of.called()
                .forEach(
                        (choice, called) -> {
                            boolean word = choice.matches("[a-z-]{3,}") && !choice.equals("none");
                            List<String> names = new ArrayList<>(called);
                            names.add(0, word ? choice.replace('-', ' ') : called.get(0));
                            names(names);
                        });
    }

    /** "TC de cráneo", "scanner thoracique": the region stands behind the kind. */
    private void regions(StudyKind.Setting region, List<List<String>> words) {
        if (words.isEmpty()) {
            return;
        }
        for (String head : words.get(0)) {
            String ct = head.endsWith("s") ? "CTs" : "CT";
            region.called()
                    .forEach(
                            (choice, called) ->
                                    called.forEach(
                                            w ->
                                                    words.get(1)
                                                            .forEach(
                                                                    link ->
                                                                            all.put(
                                                                                    head + " "
                                                                                            + link
                                                                                            + w,
                                                                                    choice + " "
                                                                                            + ct))));
            all.putIfAbsent(head, ct);
        }
    }

    /** The first name, or the first with the same abbreviation: "ST-Hebung" is "ST elevation". */
    private static String english(String name, List<String> names) {
        List<String> capitals = new ArrayList<>(List.of(name.split("[^A-Z]+")));
        capitals.removeIf(w -> w.length() < 2);
        return names.stream()
                .filter(n -> List.of(n.split("[ -]")).stream().anyMatch(capitals::contains))
                .findFirst()
                .orElse(names.get(0));
    }

    private void degrees(List<String> names, Language language) {
        List<List<String>> words = DEGREES.getOrDefault(language, List.of());
        for (int more = 0; more < words.size(); more++) {
            for (String word : words.get(more)) {
                for (String name : names) {
                    String as = word + (language == Language.ZH ? "" : " ") + name;
                    all.putIfAbsent(as, (more == 0 ? "less " : "more ") + names.get(0));
                    if (language == Language.ZH) { // "噪声减少"
                        all.putIfAbsent(
                                name + word, (more == 0 ? "less " : "more ") + names.get(0));
                    }
                }
            }
        }
    }
}
