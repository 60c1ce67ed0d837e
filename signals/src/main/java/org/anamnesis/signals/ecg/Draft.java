package org.anamnesis.signals.ecg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anamnesis.code.StudyKind;
import org.anamnesis.signals.Draws;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Person;

/** An ECG that is being planned: what is settled so far. */
final class Draft {
    final StudyKind kind;
    final Person person;
    final AskedStudy asked;
    final long key;
    final Draws draws;
    final Map<String, Finding> findings = new LinkedHashMap<>();
    final Map<String, Double> measured = new TreeMap<>();
    final List<String> notes = new ArrayList<>();

    Draft(StudyKind kind, Person person, AskedStudy asked, long key) {
        this.kind = kind;
        this.person = person;
        this.asked = asked;
        this.key = key;
        this.draws = Draws.of(key, "plan");
    }

    boolean has(String id) {
        return findings.containsKey(id);
    }

    String detail(String finding, String detail) {
        Finding f = findings.get(finding);
        return f == null ? "" : f.details().getOrDefault(detail, "");
    }

    /** What was asked for a measurement, NaN if nothing was. */
    double asked(String measurement) {
        return asked.measurements().getOrDefault(measurement, Double.NaN);
    }

    Shows shows() {
        return Shows.of(findings.values(), measured);
    }

    /** Beats of the rhythm with the shape that is settled so far. */
    Beat beat() {
        return Shapes.of(shows(), person.female(), key).usual();
    }

    /** Limits of a measurement with the findings so far. */
    double[] range(String id) {
        var m = kind.measurement(id).orElseThrow();
        return Criteria.range(findings.keySet(), id, m.low(), m.high());
    }

    /** A normal number within limits. */
    double draw(double mean, double sd, double[] range) {
        for (int i = 0; i < 40; i++) {
            double x = draws.normal(mean, sd);
            if (x >= range[0] && x <= range[1]) {
                return x;
            }
        }
        double width = Math.min(range[1] - range[0], 2 * sd);
        return mean < range[0]
                ? range[0] + draws.uniform() * width
                : range[1] - draws.uniform() * width;
    }

    /** A number within limits that lies less far below the middle than above it. */
    double skewed(double middle, double below, double above, double[] range) {
        for (int i = 0; i < 40; i++) {
            double z = Math.max(-3, Math.min(3, draws.normal()));
            double x = middle + z * (z < 0 ? below : above);
            if (x >= range[0] && x <= range[1]) {
                return x;
            }
        }
        return draw(middle, above, range);
    }

    /** Settles a measurement: asked, else drawn and rounded. */
    void put(String id, java.util.function.DoubleSupplier drawn) {
        Double wanted = asked.measurements().get(id);
        measured.put(id, wanted != null ? wanted : Math.rint(drawn.getAsDouble()));
    }
}
