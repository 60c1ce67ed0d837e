package org.anamnesis.report;

import java.util.List;
import org.anamnesis.evaluate.CourseFidelity;
import org.anamnesis.evaluate.Metric;
import org.anamnesis.evaluate.Words;

/** How rows of a person follow each other: a section of a judgement. */
final class Courses {
    private Courses() {}

    static void write(Html html, CourseFidelity of) {
        JudgementPage.shows(html, Metric.COURSES);
        CourseFidelity.Lengths n = of.lengths();
        html.leaf(
                "p",
                "Rows a person: %s in %s synthetic persons, %s in held-out ones. Distance of the two distributions %s; two groups of real persons: %s."
                        .formatted(
                                Words.number(n.synthetic(), 2),
                                Words.count(of.persons()),
                                Words.number(n.real(), 2),
                                Words.number(n.distance(), 3),
                                Words.number(n.floor(), 3)));
        if (of.steps().isEmpty()) {
            return;
        }
        html.open("table").open("thead").open("tr");
        for (String head :
                List.of(
                        "Column",
                        "From a row to the next",
                        "Synthetic",
                        "Held out",
                        "Learned from")) {
            html.leaf("th", head, "scope", "col");
        }
        html.close(2).open("tbody");
        for (CourseFidelity.Step step : of.steps()) {
            html.open("tr").leaf("th", step.column(), "scope", "row").leaf("td", words(step));
            for (double v : List.of(step.synthetic(), step.real(), step.train())) {
                html.leaf("td", Words.number(v, 2));
            }
            html.close();
        }
        html.close(2);
    }

    static String words(CourseFidelity.Step step) {
        return switch (step.kind()) {
            case GAP -> "mean gap";
            case CORRELATION -> "correlation with the row before";
            case UNCHANGED -> "share unchanged";
        };
    }
}
