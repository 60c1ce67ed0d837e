package org.anamnesis.converse;

import java.util.List;
import java.util.Locale;
import org.anamnesis.learn.ColumnSchema;
import org.anamnesis.learn.Content;
import org.anamnesis.learn.DateFormat;

/** A column of a user's table in a line. */
final class ColumnWords {
    /** Levels that are named; the schema has them all. */
    private static final int NAMED = 6;

    private ColumnWords() {}

    static String of(ColumnSchema c) {
        var line = new StringBuilder(c.name()).append(": ").append(content(c.content()));
        c.concept().ifPresent(id -> line.append(", known as ").append(id));
        if (!c.why().isEmpty()) {
            line.append(". ").append(String.join(" ", c.why()));
        }
        return line.toString();
    }

    /** UCUM codes that nobody says, in words; the schema has the codes. */
    private static String plain(String unit) {
        return switch (unit) {
            case "a" -> "years";
            case "mo" -> "months";
            case "wk" -> "weeks";
            case "d" -> "days";
            case "h" -> "hours";
            case "min" -> "minutes";
            default ->
                    unit.replace("[lb_av]", "lb")
                            .replace("[in_i]", "in")
                            .replaceAll("[\\[\\]{}]", "");
        };
    }

    private static String content(Content content) {
        if (content instanceof Content.Numbers n) {
            String unit = n.unit().isEmpty() ? "" : " in " + plain(n.unit());
            return String.format(
                    Locale.ROOT,
                    "number%s, %d decimal%s",
                    unit,
                    n.decimals(),
                    n.decimals() == 1 ? "" : "s");
        }
        if (content instanceof Content.Levels l) {
            List<String> shown = l.levels().subList(0, Math.min(NAMED, l.levels().size()));
            String more =
                    l.levels().size() > NAMED
                            ? " and %d more".formatted(l.levels().size() - NAMED)
                            : "";
            return "category of " + String.join(", ", shown) + more;
        }
        if (content instanceof Content.Dates d) {
            return "date, "
                    + String.join(", ", d.formats().stream().map(DateFormat::pattern).toList());
        }
        if (content instanceof Content.Constant v) {
            return v.value().isEmpty() ? "empty" : "always " + v.value();
        }
        return content instanceof Content.Key ? "whose row it is" : content.kind();
    }
}
