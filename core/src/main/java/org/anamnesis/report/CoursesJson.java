package org.anamnesis.report;

import static org.anamnesis.report.JudgementJson.map;
import static org.anamnesis.report.JudgementJson.number;

import java.util.List;
import java.util.Map;
import org.anamnesis.evaluate.CourseFidelity;
import org.anamnesis.evaluate.Metric;

/** How rows of a person follow each other, for programs. */
final class CoursesJson {
    private CoursesJson() {}

    static Map<String, Object> tree(CourseFidelity of) {
        CourseFidelity.Lengths n = of.lengths();
        return map(
                "shows",
                Metric.COURSES.shows(),
                "judged_as_persons",
                List.of("told apart", "coverage", "privacy"),
                "synthetic_persons",
                of.persons(),
                "rows_a_person",
                map(
                        "synthetic",
                        number(n.synthetic()),
                        "real",
                        number(n.real()),
                        "distance",
                        number(n.distance()),
                        "distance_real",
                        number(n.floor())),
                "columns",
                of.steps().stream()
                        .map(
                                s ->
                                        map(
                                                "name",
                                                s.column(),
                                                "measure",
                                                Courses.words(s),
                                                "synthetic",
                                                number(s.synthetic()),
                                                "real",
                                                number(s.real()),
                                                "train",
                                                number(s.train())))
                        .toList());
    }
}
