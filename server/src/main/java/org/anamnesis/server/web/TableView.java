package org.anamnesis.server.web;

import java.util.List;
import org.anamnesis.server.Uploads;
import org.anamnesis.spec.Known;

/**
 * A user's table as the page shows it before anything is learned.
 *
 * @param columns that are learned, a line each
 * @param dropped columns that are not, each with its reason
 */
public record TableView(
        String id,
        String name,
        String rows,
        List<String> columns,
        List<String> dropped,
        List<String> notes,
        List<String> engines) {
    static TableView of(Uploads.Seen seen) {
        return new TableView(
                seen.upload().id(),
                seen.upload().name(),
                Figures.count(((Number) seen.found().get("rows_in_file")).longValue()),
                texts(seen, "columns"),
                texts(seen, "dropped"),
                texts(seen, "notes"),
                Known.ENGINES);
    }

    private static List<String> texts(Uploads.Seen seen, String name) {
        return seen.found().get(name) instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }
}
