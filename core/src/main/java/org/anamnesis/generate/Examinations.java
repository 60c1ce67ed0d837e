package org.anamnesis.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anamnesis.code.StudyKind;
import org.anamnesis.code.StudyKinds;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.cohort.RecordedStudy;
import org.anamnesis.cohort.VisitKind;
import org.anamnesis.plan.PlannedStudies;
import org.anamnesis.population.RowTest;
import org.anamnesis.random.SeedTree;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Person;
import org.anamnesis.study.Studio;
import org.anamnesis.study.Studios;
import org.anamnesis.study.Study;

/**
 * Adds the ordered recordings and images to the records: each at the last visit in person, with
 * what it shows among the observations of that visit.
 *
 * <p>Of those among whom studies are asked, the asked share has one, and of the studies the asked
 * share shows a finding: exactly in a cohort of one block, else to one patient a block.
 */
final class Examinations implements Recording {
    private static final int VIRTUAL = VisitKind.ALL.indexOf(VisitKind.VIRTUAL);

    private static final int OPENS = 8;
    private static final int HOURS = 9;

    /**
     * Studies of one kind with what makes them.
     *
     * @param measured where each measurement stands among the described things, by its id
     * @param shown where each finding stands there, by its id
     */
    private record Ordered(
            PlannedStudies plan,
            Studio studio,
            StudyKind kind,
            Map<String, Integer> measured,
            Map<String, Integer> shown) {}

    private final List<Ordered> ordered;
    private final CohortHeader header;
    private final int sex;
    private final int female;
    private final int age;
    private final Map<String, Integer> position;
    private final Recording before;

    /**
     * @param position of the columns of the plan, by name
     */
    Examinations(
            List<PlannedStudies> planned,
            CohortHeader header,
            Map<String, Integer> position,
            Recording before) {
        this.ordered = planned.stream().map(p -> ordered(p, header)).toList();
        this.header = header;
        this.sex = header.indexOf("sex");
        this.female = header.levelOf("sex", "female");
        this.age = header.indexOf("age");
        this.position = position;
        this.before = before;
    }

    private static Ordered ordered(PlannedStudies p, CohortHeader header) {
        StudyKind kind = StudyKinds.find(p.kind()).orElseThrow();
        Map<String, Integer> measured = new LinkedHashMap<>();
        for (int m = 0; m < p.measured().size(); m++) {
            String id = kind.measurements().get(m).id();
            measured.put(id, header.describedIndexOf(p.measured().get(m).id()));
        }
        Map<String, Integer> shown = new LinkedHashMap<>();
        for (int f = 0; f < p.shown().size(); f++) {
            String id = kind.findings().get(f).id();
            shown.put(id, header.describedIndexOf(p.shown().get(f).id()));
        }
        Studio studio = Studios.installed().of(p.kind()).orElseThrow();
        return new Ordered(p, studio, kind, measured, shown);
    }

    @Override
    public void fill(PatientBlock block, double[][] work, SeedTree seeds) {
        before.fill(block, work, seeds);
        int[] visits = visits(block);
        List<RecordedStudy> all = new ArrayList<>();
        var diagnosed = new StudyDiagnosed(header, block);
        List<Set<String>> recorded = diagnosed.recorded();
        for (Ordered o : ordered) {
            all.addAll(made(o, block, work, visits, seeds, diagnosed, recorded));
        }
        diagnosed.write();
        all.sort(Comparator.comparingInt(RecordedStudy::patient)); // stable: kinds in their order
        block.record().studies().addAll(all);
        block.record().observations().merge(observations(all));
    }

    private List<RecordedStudy> made(
            Ordered o,
            PatientBlock block,
            double[][] work,
            int[] visits,
            SeedTree seeds,
            StudyDiagnosed diagnosed,
            List<Set<String>> recorded) {
        PlannedStudies p = o.plan();
        String purpose = "study:" + p.kind();
        List<Integer> among =
                IntStream.range(0, block.count())
                        .filter(i -> visits[i] >= 0)
                        .filter(i -> p.among().stream().allMatch(t -> holds(t, work, i)))
                        .boxed()
                        .toList();
        List<Integer> examined = AskedFindings.some(among, p.percent(), block, seeds, purpose);
        Map<Integer, List<Finding>> findings =
                new AskedFindings(o.kind(), p, seeds, block).of(examined, recorded::get);
        List<RecordedStudy> all = new ArrayList<>();
        long key = seeds.purpose(purpose + ":plan");
        for (int i : examined.stream().sorted().toList()) {
            List<Finding> shown = findings.getOrDefault(i, List.of());
            diagnosed.add(i, o.kind(), shown, recorded.get(i), visits[i]);
            var asked =
                    new AskedStudy(
                            p.kind(), p.settings(), p.measurements(), shown, without(p, shown));
            long own = SeedTree.key(key, block.first() + i);
            Study study =
                    o.studio().plan(person(block, i, visits[i], own, diagnosed.of(i)), asked, own);
            agree(o.kind(), study, block, i, visits[i]);
            all.add(new RecordedStudy(i, block.record().visits().visit(visits[i]), study));
        }
        return all;
    }

    /** What a study shows of the record is what the record has at that visit. */
    private void agree(StudyKind kind, Study study, PatientBlock block, int row, int visit) {
        for (StudyKind.Measurement m : kind.measurements()) {
            Double value = study.measurements().get(m.id());
            if (value != null) {
                agree(m.record(), value, block, row, visit);
            }
        }
        for (Finding shown : study.findings()) {
            for (StudyKind.Setting d : kind.finding(shown.id()).orElseThrow().details()) {
                String value = shown.details().get(d.id());
                if (value != null && !d.record().isEmpty()) {
                    agree(d.record(), Double.parseDouble(value), block, row, visit);
                }
            }
        }
    }

    private void agree(String id, double now, PatientBlock block, int row, int visit) {
        int k = id.isEmpty() ? -1 : header.indexOf(id);
        if (k < 0 || Double.isNaN(block.column(k)[row])) {
            return;
        }
        block.column(k)[row] = now;
        Events observed = block.record().observations();
        int what = header.describedIndexOf(id);
        int at = block.record().visits().visit(visit);
        for (int e = 0; e < observed.count(); e++) {
            if (observed.patient(e) == row && observed.what(e) == what && observed.visit(e) == at) {
                observed.setValue(e, now);
            }
        }
    }

    /** What was asked of a share is asked of nobody else. */
    private static Set<String> without(PlannedStudies p, List<Finding> shown) {
        Set<String> others = new HashSet<>();
        p.findings().forEach(f -> others.add(f.finding()));
        shown.forEach(f -> others.remove(f.id()));
        return others;
    }

    private boolean holds(RowTest test, double[][] work, int row) {
        double[] values =
                test.columns().stream().mapToDouble(c -> work[position.get(c)][row]).toArray();
        return test.of(values) == 1;
    }

    /** Position of each patient's last visit in person, or of the last, or −1 without any. */
    private static int[] visits(PatientBlock block) {
        Events visits = block.record().visits();
        int[] last = new int[block.count()];
        Arrays.fill(last, -1);
        for (int v = 0; v < visits.count(); v++) {
            int p = visits.patient(v);
            boolean better = last[p] < 0 || visits.what(v) != VIRTUAL;
            last[p] = better || visits.what(last[p]) == VIRTUAL ? v : last[p];
        }
        return last;
    }

    private Person person(
            PatientBlock block, int row, int visit, long key, Set<String> conditions) {
        Map<String, Double> values = new HashMap<>();
        Set<String> drugs = new HashSet<>();
        List<Field> fields = header.fields();
        for (int k = 0; k < fields.size(); k++) {
            Field field = fields.get(k);
            double value = block.column(k)[row];
            if (Double.isNaN(value)) {
                continue;
            }
            switch (field.role()) {
                case OBSERVATION -> {
                    if (!field.isCategory()) {
                        values.put(field.id(), value);
                    }
                }
                case MEDICATION -> {
                    drugs.add(field.id());
                    drugs.add(field.levels().get((int) value));
                }
                case CONDITION, DEMOGRAPHIC, DURATION -> {}
            }
        }
        boolean woman = sex >= 0 && block.column(sex)[row] == female;
        double years = age < 0 ? Double.NaN : block.column(age)[row];
        int minutes = (int) (SeedTree.uniform(key, 0) * HOURS * 60);
        long number = block.first() + row;
        return new Person(
                number,
                Long.toString(number + 1),
                "",
                LocalDate.ofEpochDay(block.record().visits().start(visit))
                        .atTime(OPENS, 0)
                        .plusMinutes(minutes),
                Double.isNaN(years) ? Person.UNKNOWN_AGE : years,
                woman,
                values,
                conditions,
                drugs);
    }

    private Events observations(List<RecordedStudy> all) {
        var events = new Events();
        for (RecordedStudy s : all) {
            Study study = s.study();
            long day = study.person().start().toLocalDate().toEpochDay();
            Ordered o =
                    ordered.stream()
                            .filter(x -> x.kind().id().equals(study.kind()))
                            .findFirst()
                            .orElseThrow();
            o.measured()
                    .forEach(
                            (id, k) -> {
                                Double value = study.measurements().get(id);
                                if (value != null) {
                                    events.add(
                                            s.patient(), s.visit(), k, day, Events.NO_DAY, value);
                                }
                            });
            Set<String> findings =
                    study.findings().stream().map(Finding::id).collect(Collectors.toSet());
            o.shown()
                    .forEach(
                            (id, k) -> {
                                if (findings.contains(id)) {
                                    events.add(s.patient(), s.visit(), k, day, Events.NO_DAY, 0);
                                }
                            });
        }
        return events;
    }
}
