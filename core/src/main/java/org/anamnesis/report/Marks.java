package org.anamnesis.report;

import org.anamnesis.evaluate.Words;

/** Small pieces that several sections use: badges, references, tables. */
final class Marks {
    private Marks() {}

    /** The number of a source, linked to its citation, and how far the figure was checked. */
    static void source(Html html, Citations citations, String id, Trust trust) {
        citations
                .number(id)
                .ifPresent(
                        n -> {
                            html.link(
                                    "#source-" + n,
                                    "[" + n + "]",
                                    "title",
                                    citations.source(id).map(s -> s.title()).orElse(id));
                            html.text(" ");
                        });
        trust(html, trust);
    }

    static void trust(Html html, Trust trust) {
        html.leaf("span", trust.word(), "class", "badge " + trust.word(), "title", trust.meaning());
    }

    /** How far a column can be trusted, and a second badge where a part of it was assumed. */
    static void trust(Html html, Origin origin) {
        trust(html, origin.trust());
        if (origin.inPartAssumed()) {
            html.text(" ")
                    .leaf(
                            "span",
                            "in part assumed",
                            "class",
                            "badge assumed",
                            "title",
                            origin.field().provenance().assumed());
        }
    }

    /** Opens a table that turns into stacked entries on a narrow screen. */
    static void table(Html html, String caption, String... heads) {
        html.open("table", "class", "stack");
        html.leaf("caption", caption);
        html.open("thead").open("tr");
        for (String head : heads) {
            html.leaf("th", head, "scope", "col");
        }
        html.close(2).open("tbody");
    }

    static void closeTable(Html html) {
        html.close(2);
    }

    static void cell(Html html, String label, String text) {
        html.leaf("td", text, "data-label", label);
    }

    static void number(Html html, String label, String text) {
        html.leaf("td", text, "data-label", label, "class", "number");
    }

    static void list(Html html, Iterable<String> sentences) {
        html.open("ul");
        sentences.forEach(s -> html.leaf("li", s));
        html.close();
    }

    static String percent(double share) {
        return Double.isNaN(share) ? "–" : Words.number(100 * share, 1) + " %";
    }

    /** With its sign: +0.12. */
    static String signed(double value, int decimals) {
        String text = Words.number(value, decimals);
        return value > 0 && !text.startsWith("−") ? "+" + text : text;
    }
}
