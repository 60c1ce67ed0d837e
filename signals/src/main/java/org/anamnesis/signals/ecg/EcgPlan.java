package org.anamnesis.signals.ecg;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anamnesis.code.StudyKind;
import org.anamnesis.signals.AskedChecks;
import org.anamnesis.signals.Draws;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Person;
import org.anamnesis.study.Study;

/** Settles what one ECG shows: what was asked, else what the record says, else what is drawn. */
final class EcgPlan {
    private final Draft draft;
    private final StudyKind kind;
    private final Person person;
    private final AskedStudy asked;
    private final long key;
    private final Draws draws;
    private final Map<String, Finding> findings;
    private final Map<String, Double> measured;
    private final List<String> notes;

    private EcgPlan(Draft draft) {
        this.draft = draft;
        this.kind = draft.kind;
        this.person = draft.person;
        this.asked = draft.asked;
        this.key = draft.key;
        this.draws = draft.draws;
        this.findings = draft.findings;
        this.measured = draft.measured;
        this.notes = draft.notes;
    }

    static Study of(StudyKind kind, Person person, AskedStudy asked, long key) {
        return new EcgPlan(new Draft(kind, person, asked, key)).study();
    }

    private Study study() {
        var settings = new TreeMap<String, String>();
        kind.settings().forEach(s -> settings.put(s.id(), s.standard()));
        settings.putAll(asked.settings());
        for (String part : List.of("baseline", "muscle", "mains")) {
            if (settings.get(part).isEmpty()) {
                settings.put(part, settings.get("noise"));
            }
        }
        asked.findings().forEach(this::take);
        new Implied(kind, person, Draws.of(key, "implied"))
                .findings(findings.keySet(), asked.without())
                .forEach(f -> implied(f));
        rate();
        var measurements = new Measurements(draft);
        measurements.intervals();
        measurements.voltages();
        details();
        double seconds = Double.parseDouble(settings.get("duration_s"));
        measurements.variability(seconds);
        statements();
        var all = new ArrayList<>(findings.values());
        all.sort(java.util.Comparator.comparingInt(f -> weight(f.id())));
        var leads = EcgFiles.leads(settings.get("leads"));
        if (leads.size() < Lead.all().size()) {
            notes.add("Recorded: " + leads(leads).replace(",", ", ") + ".");
        }
        var reading = Reading.of(kind, all, measured, notes);
        return new Study(person, "ecg", settings, measured, all, reading, key);
    }

    /** The most telling first: rhythm, then conduction and the rest as the catalogue has them. */
    private int weight(String id) {
        for (int i = 0; i < kind.findings().size(); i++) {
            if (kind.findings().get(i).id().equals(id)) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    private boolean has(String id) {
        return findings.containsKey(id);
    }

    private void take(Finding finding) {
        var details = new TreeMap<String, String>();
        kind.finding(finding.id())
                .ifPresent(
                        shown ->
                                shown.details().stream()
                                        .filter(d -> !d.standard().isEmpty())
                                        .forEach(d -> details.put(d.id(), d.standard())));
        details.putAll(finding.details());
        findings.putIfAbsent(finding.id(), new Finding(finding.id(), details));
    }

    /** What the record implies gives way to what was asked. */
    private void implied(Finding finding) {
        var shown = kind.finding(finding.id()).orElseThrow();
        for (String other : findings.keySet()) {
            if (!other.equals(finding.id()) && kind.apart(finding.id(), other)) {
                if (shown.conditions().stream().anyMatch(person.conditions()::contains)) {
                    notes.add(
                            "The record has %s; this ECG shows %s, as requested."
                                    .formatted(
                                            shown.names().get(0),
                                            kind.finding(other).orElseThrow().names().get(0)));
                }
                return;
            }
        }
        // No measurement asked may contradict it, nor may it leave none possible.
        for (var demand : Criteria.of(finding.id())) {
            Double value = asked.measurements().get(demand.measurement());
            boolean bad =
                    value != null
                            && (Double.isNaN(demand.low())
                                    || value < demand.low()
                                    || value > demand.high());
            var m = kind.measurement(demand.measurement()).orElseThrow();
            var with = new ArrayList<>(findings.keySet());
            with.add(finding.id());
            double[] left = Criteria.range(with, m.id(), m.low(), m.high());
            if (bad || left[0] > left[1]) {
                if (bad && shown.conditions().stream().anyMatch(person.conditions()::contains)) {
                    notes.add(
                            "The record has %s; the measurements requested exclude it in this ECG."
                                    .formatted(shown.names().get(0)));
                }
                return;
            }
        }
        take(finding);
    }

    private void rate() {
        Double wanted = asked.measurements().get("heart_rate_bpm");
        double recorded =
                person.value("heart_rate").orElse(person.value("pulse").orElse(Double.NaN));
        Blocks.escape(draft, wanted != null ? wanted : recorded);
        double[] range = Blocks.rate(draft, draft.range("heart_rate_bpm"));
        double rate;
        if (wanted != null) {
            rate = wanted;
            if (!Double.isNaN(recorded) && Math.abs(recorded - rate) >= 1) {
                notes.add(
                        "The record has a heart rate of %s/min; this ECG was requested with %s/min."
                                .formatted(AskedChecks.text(recorded), AskedChecks.text(rate)));
            }
        } else if (recorded >= range[0] && recorded <= range[1]) {
            rate = recorded;
        } else {
            double[] usual = Distributions.rate(findings.values());
            if (has("sinus-rhythm") && !Blocks.apart(draft)) {
                range[0] = Math.max(range[0], 60);
                range[1] = Math.min(range[1], 100);
            }
            String ratio =
                    has("atrial-flutter")
                            ? findings.get("atrial-flutter").details().getOrDefault("ratio", "")
                            : "";
            double mean = usual[0];
            int group = 0;
            if (draft.detail("premature-ventricular-complexes", "pattern").equals("couplets")) {
                // A couplet is two beats in the place of one: so the sinus node keeps its rate.
                int count =
                        Integer.parseInt(draft.detail("premature-ventricular-complexes", "count"));
                mean += 6 * count;
            }
            for (String block : List.of("av-block-2-mobitz-1", "av-block-2-mobitz-2")) {
                if (has(block)) {
                    // One of n is lost.
                    int n = draft.detail(block, "ratio").charAt(0) - '0';
                    group = n - 1;
                    usual = Distributions.SINUS_ABOVE_BLOCK;
                    mean = usual[0] * (n - 1) / n;
                }
            }
            if (!ratio.isEmpty()) {
                int n = ratio.charAt(0) - '0';
                range[0] = Math.max(range[0], 230.0 / n);
                range[1] = Math.min(range[1], 340.0 / n);
                mean = 290.0 / n;
            }
            double log =
                    draft.draw(
                            Math.log(mean),
                            usual[1],
                            new double[] {Math.log(range[0]), Math.log(range[1])});
            rate =
                    Math.max(
                            Math.ceil(range[0]),
                            Math.min(Math.floor(range[1]), Math.rint(Math.exp(log))));
            rate = wholeGroups(rate, group, range);
            if (!Double.isNaN(recorded)) {
                notes.add(
                        "The record's heart rate of %s/min does not go with what this ECG shows."
                                .formatted(AskedChecks.text(recorded)));
            }
        }
        measured.put("heart_rate_bpm", fits(rate, wanted != null, range));
        double r = measured.get("heart_rate_bpm");
        String sinus =
                r < Criteria.slow(has("normal-ecg"))
                        ? "sinus-bradycardia"
                        : r > 100 ? "sinus-tachycardia" : "sinus-rhythm";
        boolean none = findings.keySet().stream().noneMatch(f -> rhythm(f));
        // "Sinus rhythm at 45/min" is sinus bradycardia.
        if (none || (has("sinus-rhythm") && !Blocks.apart(draft))) {
            findings.remove("sinus-rhythm");
            take(new Finding(sinus, Map.of()));
        }
    }

    /**
     * The nearest rate whose groups of beats fit into ten seconds with some time to spare: only
     * over whole groups has a rhythm with dropped beats one rate.
     *
     * @param group beats of a group, 0 if the beats come one by one
     */
    private static double wholeGroups(double rate, int group, double[] range) {
        for (int step = 0; group > 0 && step <= 16; step++) {
            double near = rate + (step % 2 == 0 ? step / 2 : -(step + 1) / 2);
            double groups = 10 * near / 60 / group;
            double spare = groups - Math.floor(groups);
            if (spare >= .35 && spare <= .9 && near >= range[0] && near <= range[1]) {
                return near;
            }
        }
        return rate;
    }

    /** A QT that was asked must fit between beats; where the rate was not asked, it gives way. */
    private double fits(double rate, boolean fixed, double[] range) {
        if (fixed) {
            return rate;
        }
        double fit = rate;
        Double qt = asked.measurements().get("qt_ms");
        Double qtc = asked.measurements().get("qtc_ms");
        Double bazett = asked.measurements().get("qtc_bazett_ms");
        Double pr = asked.measurements().get("pr_ms");
        while (fit > range[0]) {
            double rr = 60_000 / fit;
            double need = qt != null ? qt : 0;
            need = Math.max(need, qtc == null ? 0 : qtc * Math.cbrt(rr / 1000));
            need = Math.max(need, bazett == null ? 0 : bazett * Math.sqrt(rr / 1000));
            if (need + (need > 0 ? 60 : 0) <= rr && (pr == null || pr <= .5 * rr)) {
                break;
            }
            fit -= 1;
        }
        if (fit < rate) {
            notes.add(
                    "A heart rate of %s/min leaves no time for the intervals requested; this ECG has %s/min."
                            .formatted(AskedChecks.text(rate), AskedChecks.text(fit)));
        }
        return fit;
    }

    private boolean rhythm(String finding) {
        String group = kind.finding(finding).orElseThrow().group();
        return group.equals("rhythm")
                || finding.startsWith("av-block-2")
                || finding.equals("av-block-3");
    }

    /** What infarction and ischaemia show in which leads, read off the beat itself. */
    private void details() {
        // In V2 and V3 more counts as raised.
        boolean chest =
                List.of("anterior", "septal")
                        .contains(draft.detail("acute-infarction", "territory"));
        if (has("acute-infarction")) {
            with(
                    "acute-infarction",
                    "st_mv",
                    AskedChecks.text(Math.rint(draws.uniform(chest ? 30 : 20, 44)) / 100));
        }
        if (has("ischaemic-t-waves")) {
            with(
                    "ischaemic-t-waves",
                    "t_mv",
                    AskedChecks.text(Math.rint(draws.uniform(18, 40)) / 100));
        }
        if (!has("acute-infarction") && !has("old-infarction") && !has("ischaemic-t-waves")) {
            return;
        }
        var shows = Shows.of(findings.values(), measured);
        var beat = Shapes.of(shows, person.female(), key).usual();
        if (has("acute-infarction")) {
            with(
                    "acute-infarction",
                    "leads_up",
                    leads(Infarction.raised(beat, person.female(), person.age())));
            with("acute-infarction", "leads_down", leads(Infarction.lowered(beat)));
        }
        if (has("old-infarction")) {
            var wall = Territory.of(shows.detail("old-infarction", "territory"));
            with(
                    "old-infarction",
                    "leads_q",
                    leads(
                            wall.leads().stream()
                                    .filter(
                                            l ->
                                                    Infarction.scar(
                                                            beat, l, wall == Territory.POSTERIOR))
                                    .toList()));
        }
        if (has("ischaemic-t-waves")) {
            with(
                    "ischaemic-t-waves",
                    "leads_t",
                    leads(
                            Lead.all().stream()
                                    .filter(l -> l != Lead.AVR && beat.level(l, .61) <= -.1)
                                    .toList()));
        }
    }

    private static String leads(List<Lead> leads) {
        return String.join(",", leads.stream().map(Lead::label).toList());
    }

    private void with(String finding, String detail, String value) {
        var details = new TreeMap<>(findings.get(finding).details());
        details.putIfAbsent(detail, value);
        findings.put(finding, new Finding(finding, details));
    }

    /** Statements that follow from a measurement. */
    private void statements() {
        Double qtc = measured.get("qtc_ms");
        Double pr = measured.get("pr_ms");
        Double axis = measured.get("axis_deg");
        if (qtc != null
                && qtc >= Criteria.longQt(person.female())
                && measured.get("qrs_ms") < 120) {
            follows("long-qt");
        }
        if (pr != null && pr > 200) {
            follows("av-block-1");
        }
        // Where QRS starts elsewhere its axis says nothing more.
        if (Distributions.startsInVentricles(findings.values()) || has("lbbb") || has("rbbb")) {
            axis = 0.0;
        }
        if (axis != null && axis < -30) {
            follows("left-axis-deviation");
        }
        if (axis != null && axis > 90) {
            follows("right-axis-deviation");
        }
        Double sokolow = measured.get("sokolow_mv");
        if (sokolow != null && sokolow >= 3.5 && person.age() >= Criteria.VOLTAGE_AGE) {
            follows("left-ventricular-hypertrophy");
        }
    }

    private void follows(String id) {
        if (findings.keySet().stream().noneMatch(f -> kind.apart(id, f))) {
            take(
                    new Finding(
                            id,
                            id.equals("left-ventricular-hypertrophy")
                                    ? Map.of("strain", "no")
                                    : Map.of()));
        }
    }
}
