package org.anamnesis.signals.ecg;

import static org.anamnesis.signals.ecg.EcgReader.finding;
import static org.anamnesis.signals.ecg.EcgReader.person;
import static org.anamnesis.signals.ecg.EcgReader.plan;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.anamnesis.study.Finding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One finding does not hide another, and a wave not the next. */
class EcgPairsTest extends EcgCriteria {
    private static final List<Finding> OVER_ALL_OF_ST =
            List.of(
                    finding("low-voltage"),
                    finding("hyperkalaemia", "potassium_mmol_l", "7"),
                    finding("hypokalaemia", "potassium_mmol_l", "2.3"),
                    finding("digoxin-effect"),
                    finding("long-qt"));

    /** Two neighbouring leads by the fourth universal definition, as the record says. */
    @Tag("slow")
    @Test
    void aRaisedStStaysBesideWhatChangesEverySt() throws Exception {
        Map<String, Predicate<EcgReader>> walls =
                Map.of(
                        "inferior", e -> raised(e, .1, Lead.II, Lead.III, Lead.AVF),
                        "anterior", e -> raised(e, .15, Lead.V1, Lead.V2, Lead.V3, Lead.V4),
                        "lateral", e -> raised(e, .1, Lead.I, Lead.AVL, Lead.V5, Lead.V6));
        for (Finding other : OVER_ALL_OF_ST) {
            for (var wall : walls.entrySet()) {
                var infarction = finding("acute-infarction", "territory", wall.getKey());
                int met = met(List.of(infarction, other), wall.getValue());
                assertTrue(met >= 9, "%s beside %s: %d".formatted(wall.getKey(), other.id(), met));
            }
        }
    }

    private static boolean raised(EcgReader e, double mv, Lead... leads) {
        return Arrays.stream(leads).filter(l -> e.st(l) >= mv).count() >= 2;
    }

    @Test
    void aLowVoltageStaysBesideAnInfarction() throws Exception {
        var low = finding("low-voltage");
        for (String wall : List.of("anterior", "lateral")) {
            int met =
                    met(
                            List.of(low, finding("acute-infarction", "territory", wall)),
                            e ->
                                    Lead.all().stream()
                                            .limit(6)
                                            .allMatch(l -> e.max(l, 0, 1) - e.min(l, 0, 1) < .55));
            assertTrue(met >= 9, wall + ": " + met);
        }
    }

    /** T of an old scar is turned over, but a high potassium makes it tall again. */
    @Test
    void aHighPotassiumIsSeenBesideAScar() throws Exception {
        int met =
                met(
                        List.of(
                                finding("old-infarction", "territory", "anterior"),
                                finding("hyperkalaemia", "potassium_mmol_l", "7")),
                        e -> Math.max(e.t(Lead.V3), e.t(Lead.V4)) > .5);
        assertTrue(met >= 8, "met: " + met);
    }

    /** The usual beat of a reader is that of the sinus node, not the ectopic one. */
    @Test
    void inBigeminyTheUsualBeatIsNarrow() throws Exception {
        int met =
                met(
                        List.of(finding("premature-ventricular-complexes", "pattern", "bigeminy")),
                        e -> e.intervals.qrs() < 120);
        assertTrue(met >= 9, "met: " + met);
    }

    /** 112 and 108 ms over all leads (ELSA-Brasil); at half its height P is about half as long. */
    @Test
    void pLastsATenthOfASecond() throws Exception {
        double sum = 0;
        int n = 20;
        for (int key = 0; key < n; key++) {
            var e = EcgReader.read(plan(List.of(SINUS), Map.of(), key), folder);
            double[] size = new double[(int) e.intervals.pr() + 30];
            for (int ms = 0; ms < size.length; ms++) {
                for (Lead lead : Lead.MEASURED) {
                    size[ms] += Math.pow(e.at(lead, ms - size.length - 10), 2);
                }
            }
            double most = Arrays.stream(size).max().orElse(0);
            sum += Arrays.stream(size).filter(x -> x > most / 4).count();
        }
        assertTrue(sum / n > 50 && sum / n < 75, "at half its height: " + sum / n);
    }

    /** Where a reader takes the end of T for P, P does not wander off. */
    @Test
    void pStaysWhereItBelongs() {
        for (int key = 1; key <= 40; key++) {
            var study =
                    plan(
                            person(30, key % 2 == 0),
                            List.of(finding("sinus-tachycardia")),
                            Map.of(),
                            key);
            double lead = ClosedLoop.timing(Trace.Prepared.of(study)).lead();
            assertTrue(Math.abs(lead) < 30, "key " + key + ": " + lead);
        }
    }

    /** T of a ventricular tachycardia runs into the next QRS. */
    @Test
    void noLineBetweenBeatsOfAVentricularTachycardia() {
        for (int key = 1; key <= 10; key++) {
            var study = plan(List.of(finding("ventricular-tachycardia")), Map.of(), key);
            double rr = 60_000 / study.measurements().get("heart_rate_bpm");
            double t = ClosedLoop.timing(Trace.Prepared.of(study)).qt() / rr;
            assertTrue(t > .8 && t <= 1, "key " + key + ": " + t);
        }
    }
}
