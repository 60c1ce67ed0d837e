package org.anamnesis.generate.course;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.anamnesis.code.RecordOnly;
import org.anamnesis.cohort.AcuteCare;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.IndexVisit;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.cohort.RecordBlock;
import org.anamnesis.cohort.VisitKind;
import org.anamnesis.plan.GenerationPlan;
import org.anamnesis.random.SeedTree;

/** Makes the history of one patient after another; holds what it needs for one. */
final class PatientHistory {
    private final PlannedCohort plan;
    private final IndexVisit dates;
    private final AcuteCare places;
    private final Life life = new Life();
    private final Diary diary = new Diary();
    private final Episodes episodes = new Episodes();
    private final int[] onset;
    private final Visiting visiting;
    private final Onsets onsets;
    private final Vascular vascular;
    private final VascularRisk risk;
    private final Complications complications;
    private final Therapy therapy;
    private final Treatment treatment;
    private final Values values;
    private final SecondEvents seconds;
    private final Dying dying;
    private final Causes causes;
    private final int metformin;

    PatientHistory(
            GenerationPlan plan,
            CohortHeader header,
            Map<String, Integer> position,
            Predicate<double[][]> offends,
            SeedTree seeds) {
        this.plan = new PlannedCohort(plan, header);
        dates = new IndexVisit(header);
        places = new AcuteCare(header);
        onset = new int[this.plan.described()];
        visiting =
                new Visiting(
                        this.plan.history(),
                        plan.count(),
                        plan.gaps() ? IndexOrders.MISSED : 0,
                        seeds);
        onsets = new Onsets(this.plan.history(), seeds);
        var reading = new RiskReading(plan, position);
        vascular = new Vascular(reading, this.plan, position.size(), onsets, seeds);
        risk = new VascularRisk(reading, this.plan, position.size());
        complications = new Complications(reading, this.plan, seeds);
        therapy = new Therapy(this.plan.drugs(), seeds);
        treatment = new Treatment(this.plan.drugs());
        values = new Values(plan, this.plan, position, offends, therapy, treatment, seeds);
        seconds = new SecondEvents(reading, this.plan, position.size(), seeds);
        dying = new Dying(this.plan.history().deaths(), reading, this.plan, position.size(), seeds);
        causes = new Causes(this.plan.history().deaths().among(), seeds);
        metformin =
                this.plan.drugs().stream()
                        .filter(d -> d.column().equals("drug_metformin"))
                        .mapToInt(Therapy.Taken::field)
                        .findFirst()
                        .orElse(-1);
    }

    void fill(PatientBlock block, double[][] work, int p) {
        begin(block, p);
        onsets(block);
        vascular.fill(life, work, onset);
        plan.history().since().ifPresent(c -> life.first = Math.max(life.first, onset(c)));
        life.ill = ill(block, p);
        visiting.plan(life, diary);
        seconds.of(life, work, onset);
        attacks();
        therapy.fill(life, block, this::onset, episodes);
        treatment.of(episodes, diary);
        values.start(life, block, work, diabetes());
        complications.fill(life, onset, values);
        amputations();
        visiting.fill(life, diary);
        therapy.seen(diary);
        treatment.of(episodes, diary);
        values.fill(life, diary, block);
        RecordBlock record = block.record();
        risk.fill(life, work, onset, record.risks());
        complications.risks(record.risks());
        seconds.risks(onset, record.risks());
        visits(record);
        conditions(record);
        values.write(life, diary, block);
        new Prescriptions(life, diary, values, metformin).write(episodes, record);
        death(block, work);
    }

    private int ill(PatientBlock block, int p) {
        OptionalInt acute = places.field(block, p);
        return acute.isPresent() ? onset[acute.getAsInt()] : Events.NO_DAY;
    }

    private void begin(PatientBlock block, int p) {
        life.row = p;
        life.patient = block.first() + p;
        life.index = Math.toIntExact(dates.day(life.patient));
        life.place = places.kind(block, p);
        life.discharge = Math.toIntExact(dates.lastDay(life.patient, life.place));
        double years = plan.age() < 0 ? Double.NaN : block.column(plan.age())[p];
        life.birth = Events.NO_DAY;
        if (!Double.isNaN(years)) {
            life.birth = Math.toIntExact(dates.birthDay(life.patient, years));
            block.record().setBirthDay(p, life.birth);
        }
        life.ageAtIndex = Double.isNaN(years) ? PlannedCohort.UNKNOWN_AGE : years;
        life.female = plan.sex() >= 0 && block.column(plan.sex())[p] == plan.femaleLevel();
        int span = (int) Math.round(plan.history().years() * Life.DAYS_PER_YEAR);
        int from = plan.history().from().map(d -> (int) d.toEpochDay()).orElse(life.birth);
        life.first = Math.max(Math.max(life.birth, life.index - span), from);
        life.stays = 0;
        life.chronic = false;
        for (int k : plan.conditions()) {
            if (block.column(k)[p] == 1) {
                life.stays += Stays.logOdds(plan.id(k));
                life.chronic = true;
            }
        }
    }

    private void onsets(PatientBlock block) {
        Arrays.fill(onset, Events.NO_DAY);
        onsets.of(life);
        for (int k : plan.conditions()) {
            int drawn = onsets.day(life, plan.id(k)); // drawn for all, so that none moves another
            if (block.column(k)[life.row] == 1) {
                int duration = plan.duration(k);
                double years = duration < 0 ? Double.NaN : block.column(duration)[life.row];
                onset[k] =
                        Double.isNaN(years)
                                ? drawn
                                : (int)
                                        dates.onsetDay(
                                                life.patient,
                                                duration,
                                                years,
                                                plan.decimals(duration),
                                                life.birth);
            }
        }
    }

    /** Infarctions and strokes of the years told of bring patients to hospital. */
    private void attacks() {
        int attack = plan.described(RecordOnly.INFARCTION);
        if (attack >= 0 && vascular.infarction() != Events.NO_DAY) {
            int day = vascular.infarction();
            onset[attack] = day;
            admit(attack);
            int coronary = plan.condition("coronary-artery-disease");
            onset[coronary] = onset[coronary] == day ? onset[attack] : onset[coronary];
        }
        int stroke = plan.condition("stroke");
        admit(stroke);
        second(SecondEvents.Kind.INFARCTION, attack);
        second(SecondEvents.Kind.STROKE, stroke);
    }

    private void amputations() {
        int first = plan.described(RecordOnly.AMPUTATION);
        admit(first);
        second(SecondEvents.Kind.AMPUTATION, first);
    }

    private void second(SecondEvents.Kind kind, int first) {
        int field = seconds.field(kind);
        if (first >= 0 && field >= 0) {
            onset[field] = seconds.day(kind, onset[first], onset);
            admit(field);
        }
    }

    private void admit(int condition) {
        if (condition >= 0 && onset[condition] != Events.NO_DAY) {
            onset[condition] = visiting.admit(life, diary, onset[condition], condition);
        }
    }

    private int onset(String condition) {
        int k = plan.condition(condition);
        return k < 0 ? Events.NO_DAY : onset[k];
    }

    private boolean diabetes() {
        return onset("type-2-diabetes") != Events.NO_DAY
                || onset("type-1-diabetes") != Events.NO_DAY
                || onset("gestational-diabetes") != Events.NO_DAY;
    }

    private void visits(RecordBlock record) {
        for (int v = 0; v < diary.count(); v++) {
            record.visits()
                    .add(
                            life.row,
                            v,
                            VisitKind.ALL.indexOf(diary.kind(v)),
                            diary.start(v),
                            diary.end(v),
                            reason(v));
        }
    }

    /** What it was for; of planned visits the first condition of the header that had begun. */
    private double reason(int v) {
        if (diary.reason(v) >= 0) {
            return diary.reason(v);
        }
        if (diary.planned(v)) {
            for (int k : plan.conditions()) {
                if (onset[k] != Events.NO_DAY && onset[k] <= diary.start(v)) {
                    return k;
                }
            }
        }
        return Double.NaN;
    }

    /** A condition is put on record at the first visit from its onset on. */
    private void conditions(RecordBlock record) {
        List<Integer> had =
                IntStream.concat(IntStream.of(plan.conditions()), IntStream.of(plan.recorded()))
                        .filter(k -> onset[k] != Events.NO_DAY)
                        .boxed()
                        .sorted((a, b) -> Integer.compare(recorded(a), recorded(b)))
                        .toList();
        for (int k : had) {
            record.conditions().add(life.row, recorded(k), k, onset[k], Events.NO_DAY, Double.NaN);
        }
    }

    private int recorded(int condition) {
        return Math.min(diary.firstFrom(onset[condition]), diary.count() - 1);
    }

    /** Whoever left the index visit may have died before the period was over. */
    private void death(PatientBlock block, double[][] work) {
        long day = dying.day(life, work, onset);
        if (day <= plan.lastDay()) {
            block.record().setDeathDay(life.row, day);
            causes.of(life, diabetes(), life.age((int) day))
                    .ifPresent(c -> block.record().setDeathCause(life.row, c));
        }
    }
}
