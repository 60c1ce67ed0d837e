package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.ObservationChoice;

/**
 * Which columns of a table are to be written: "show only ward and crp", "without the columns a, b",
 * "all columns".
 *
 * @param edits what was understood
 * @param rest of the message
 */
record ShownColumns(List<Reading.Quoted> edits, String rest) {
    private static final String ONLY = "(?:only|just|nur|seulement|solo)";
    private static final String COLUMNS = "(?:columns?|variables?|spalten?|colonnes?|columnas?)";
    private static final String THE = "(?:the|die|les|las|los)";

    static ShownColumns of(String message, List<TableColumn> columns) {
        String name =
                columns.stream()
                        .flatMap(c -> c.names().stream())
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .reduce((a, b) -> a + "|" + b)
                        .orElse("(?!)");
        String list =
                "(?<list>(?:%1$s)(?:\\s*(?:,|\\band\\b|\\bund\\b|\\bet\\b|\\by\\b|&)+\\s*(?:and\\s+)?(?:%1$s))*)(?![\\p{L}\\p{N}_])(?=\\s*(?:$|[.;!?]))"
                        .formatted(name);
        Pattern all =
                Pattern.compile(
                        "\\b(?:show|write|keep|output|with)?\\s*(?:all|alle|toutes?|todas)\\s+%s?\\s*%s\\b"
                                .formatted(THE, COLUMNS),
                        FLAGS);
        Pattern only =
                Pattern.compile(
                        ("(?:,?\\s*\\b(?:and|with|und|mit)\\s+)?\\b(?:(?:show|list|give|write|keep|output|zeige?)\\s+(?:me\\s+)?(?:%1$s\\s+)?%3$s?\\s*(?:%2$s\\s*:?)?"
                                                + "|(?:%1$s\\s+)?%3$s?\\s*%2$s\\s*:?)\\s*")
                                        .formatted(ONLY, COLUMNS, THE)
                                + list,
                        FLAGS);
        Pattern without =
                Pattern.compile(
                        "(?:,?\\s*\\b(?:and|und)\\s+)?\\b(?:without|leave out|omit|hide|drop|ohne)\\s+%s?\\s*%s\\s*:?\\s*"
                                        .formatted(THE, COLUMNS)
                                + list,
                        FLAGS);
        Matcher m = without.matcher(message);
        if (m.find()) {
            return new ShownColumns(
                    List.of(quoted(m, new ObservationChoice(EVERY, List.of(), ids(m, columns)))),
                    cut(message, m));
        }
        m = only.matcher(message);
        if (m.find()) {
            return new ShownColumns(
                    List.of(quoted(m, new ObservationChoice(0, ids(m, columns), List.of()))),
                    cut(message, m));
        }
        m = all.matcher(message);
        return m.find()
                ? new ShownColumns(
                        List.of(quoted(m, ObservationChoice.important(EVERY))), cut(message, m))
                : new ShownColumns(List.of(), message);
    }

    /** As many as a specification has that says nothing: all columns of a table. */
    private static final int EVERY = org.anamnesis.spec.CohortSpec.DEFAULT.observations().count();

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static Reading.Quoted quoted(Matcher m, ObservationChoice choice) {
        return new Reading.Quoted(new Edit.SetObservations(choice), m.group().strip());
    }

    private static String cut(String message, Matcher m) {
        return (message.substring(0, m.start()) + " " + message.substring(m.end())).strip();
    }

    private static List<String> ids(Matcher m, List<TableColumn> columns) {
        List<String> ids = new ArrayList<>();
        for (String name :
                m.group("list")
                        .split(
                                "\\s*(?:,|\\band\\b|\\bund\\b|\\bet\\b|\\by\\b|&)+\\s*(?:and\\s+)?")) {
            columns.stream()
                    .filter(c -> c.names().stream().anyMatch(n -> n.equalsIgnoreCase(name.strip())))
                    .findFirst()
                    .ifPresent(c -> ids.add(c.id()));
        }
        return ids;
    }
}
