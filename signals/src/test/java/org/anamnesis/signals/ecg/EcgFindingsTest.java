package org.anamnesis.signals.ecg;

import static org.anamnesis.signals.ecg.EcgReader.finding;
import static org.anamnesis.signals.ecg.EcgReader.plan;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the form of beats shows. */
class EcgFindingsTest extends EcgCriteria {
    @Test
    void leftBundleBranchBlock() throws Exception {
        shows(
                finding("lbbb"),
                SINUS,
                e ->
                        e.intervals.qrs() >= 115
                                && e.mean(Lead.V1, .2, .9) < -.2
                                && e.min(Lead.V6, 0, .3) > -.1
                                && e.mean(Lead.V6, .3, .8) > .2
                                && e.mean(Lead.I, .3, .8) > .1
                                && e.t(Lead.V1) > 0
                                && e.t(Lead.V6) < 0);
    }

    @Test
    void rightBundleBranchBlock() throws Exception {
        shows(
                finding("rbbb"),
                SINUS,
                e ->
                        e.intervals.qrs() >= 115
                                && e.max(Lead.V1, .55, 1) > .15
                                && e.max(Lead.V1, .55, 1) > e.max(Lead.V1, 0, .4)
                                && e.mean(Lead.V6, .62, .9) < -.03
                                && e.mean(Lead.I, .62, .9) < 0
                                && e.t(Lead.V1) < 0);
    }

    @Test
    void leftVentricularHypertrophyWithStrain() throws Exception {
        shows(
                finding("left-ventricular-hypertrophy"),
                SINUS,
                e ->
                        -e.min(Lead.V1, 0, 1) + Math.max(e.max(Lead.V5, 0, 1), e.max(Lead.V6, 0, 1))
                                        >= 3.3
                                && e.at(Lead.V6, e.intervals.qrs() + 60) < -.03);
    }

    @Test
    void lowVoltage() throws Exception {
        shows(
                finding("low-voltage"),
                SINUS,
                e ->
                        Lead.all().stream()
                                .limit(6)
                                .allMatch(l -> e.max(l, 0, 1) - e.min(l, 0, 1) < .5));
    }

    @Test
    void inferiorInfarctionWithReciprocalChange() throws Exception {
        shows(
                finding("acute-infarction", "territory", "inferior"),
                SINUS,
                e -> e.st(Lead.III) > .1 && e.st(Lead.AVF) > .1 && e.st(Lead.AVL) < -.03);
    }

    @Test
    void anteriorInfarction() throws Exception {
        shows(
                finding("acute-infarction", "territory", "anterior"),
                finding("acute-infarction", "territory", "inferior"),
                e -> e.st(Lead.V2) > .15 && e.st(Lead.V3) > .15);
    }

    @Test
    void lateralInfarctionWithReciprocalChange() throws Exception {
        shows(
                finding("acute-infarction", "territory", "lateral"),
                finding("acute-infarction", "territory", "inferior"),
                e -> e.st(Lead.AVL) > .08 && e.st(Lead.V6) > .1 && e.st(Lead.III) < -.05);
    }

    @Test
    void posteriorInfarctionIsStDepressionInTheChestLeads() throws Exception {
        shows(
                finding("acute-infarction", "territory", "posterior"),
                SINUS,
                e -> e.st(Lead.V2) < -.08 && e.st(Lead.V3) < -.05);
    }

    /** Q of 30 ms and 0.1 mV in two of three leads. */
    @Test
    void oldInferiorInfarction() throws Exception {
        shows(
                finding("old-infarction", "territory", "inferior"),
                SINUS,
                e -> count(e, Lead.II, Lead.III, Lead.AVF) >= 2);
    }

    @Test
    void oldAnteriorInfarction() throws Exception {
        shows(
                finding("old-infarction", "territory", "anterior"),
                SINUS,
                e -> count(e, Lead.V2, Lead.V3, Lead.V4) >= 2);
    }

    private static long count(EcgReader e, Lead... leads) {
        return Arrays.stream(leads)
                .filter(
                        l ->
                                e.min(l, .05, .5) < -.1
                                        && IntStream.range(2, (int) (.55 * e.intervals.qrs()))
                                                        .filter(ms -> e.at(l, ms) < -.02)
                                                        .count()
                                                >= 22
                                        && e.max(l, 0, .2)
                                                < Math.max(.05, -.06 * e.min(l, .05, .5)))
                .count();
    }

    @Test
    void ischaemicT() throws Exception {
        shows(
                finding("ischaemic-t-waves", "territory", "anterior"),
                SINUS,
                e -> e.t(Lead.V2) < -.1 && e.t(Lead.V3) < -.1);
    }

    /** T of more than ten small squares in the chest leads: a normal one may have eight. */
    @Test
    void hyperkalaemia() throws Exception {
        shows(
                finding("hyperkalaemia", "potassium_mmol_l", "7"),
                SINUS,
                e -> Math.max(e.t(Lead.V3), e.t(Lead.V4)) > 1);
    }

    /** The higher the potassium, the taller T. */
    @Test
    void hyperkalaemiaFollowsThePotassium() throws Exception {
        double before = 0;
        for (String k : List.of("5.7", "6.4", "7.2")) {
            double sum = 0;
            for (int key = 0; key < 5; key++) {
                var e =
                        EcgReader.read(
                                plan(
                                        List.of(finding("hyperkalaemia", "potassium_mmol_l", k)),
                                        Map.of(),
                                        key),
                                folder);
                sum += e.t(Lead.V3);
            }
            assertTrue(sum > before + .3, k + " " + sum);
            before = sum;
        }
    }

    /** T below half a millivolt's fifth, and a second wave behind it. */
    @Test
    void hypokalaemia() throws Exception {
        shows(
                finding("hypokalaemia", "potassium_mmol_l", "2.3"),
                SINUS,
                e -> {
                    double u = 0;
                    for (double ms = e.intervals.qt() + 20; ms < e.intervals.qt() + 80; ms += 2) {
                        u = Math.max(u, (e.at(Lead.V2, ms) + e.at(Lead.V3, ms)) / 2);
                    }
                    double before =
                            (e.at(Lead.V2, e.intervals.qt()) + e.at(Lead.V3, e.intervals.qt())) / 2;
                    return u - before > .03 && e.at(Lead.V5, e.intervals.qrs() + 50) < -.02;
                });
    }

    @Test
    void digoxin() throws Exception {
        shows(
                finding("digoxin-effect"),
                SINUS,
                e -> {
                    double middle =
                            e.intervals.qrs() + .36 * (e.intervals.qt() - e.intervals.qrs());
                    return e.at(Lead.II, middle) < -.04 && e.at(Lead.V6, middle) < -.03;
                });
    }

    @Test
    void axes() throws Exception {
        shows(
                finding("left-axis-deviation"),
                finding("right-axis-deviation"),
                e -> e.mean(Lead.I, 0, 1) > 0 && e.mean(Lead.II, 0, 1) < 0);
        shows(
                finding("right-axis-deviation"),
                finding("left-axis-deviation"),
                e -> e.mean(Lead.I, 0, 1) < 0 && e.mean(Lead.AVF, 0, 1) > 0);
    }

    @Test
    void longQt() throws Exception {
        shows(
                finding("long-qt"),
                SINUS,
                e -> e.intervals.qt() / Math.cbrt(60 / e.heartRate()) > 452);
    }
}
