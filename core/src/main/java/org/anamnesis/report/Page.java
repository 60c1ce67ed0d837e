package org.anamnesis.report;

import java.util.List;

/** The frame of every page: no network, no script; a list of its sections, then the sections. */
final class Page {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private Page() {}

    /** A section with the name of its place. */
    record Part(String id, String title, Runnable body) {}

    /** Everything between the first and the last tag. */
    static void write(Html html, String title, Runnable opening, List<Part> parts, String closing) {
        html.open("html", "lang", "en").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        html.leaf("title", title);
        html.style(Stylesheet.CSS).close();
        html.open("body");
        Legend.hatching(html);
        html.open("header");
        opening.run();
        html.close();
        html.open("nav", "aria-label", "Contents").open("ul");
        for (Part part : parts) {
            html.open("li").link("#" + part.id(), part.title()).close();
        }
        html.close(2).open("main");
        for (Part part : parts) {
            html.open("section", "aria-labelledby", part.id());
            html.leaf("h2", part.title(), "id", part.id());
            part.body().run();
            html.close();
        }
        html.close().open("footer");
        html.leaf("p", closing, "class", "soft");
        html.close(3);
    }
}
