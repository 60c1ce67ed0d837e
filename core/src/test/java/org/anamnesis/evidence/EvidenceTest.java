package org.anamnesis.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Coding;
import org.anamnesis.code.Concept;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.junit.jupiter.api.Test;

/** The schema of everything that ships: no figure without what makes it a fact. */
class EvidenceTest {
    private final Evidence evidence = Evidence.bundled();
    private final Catalogue catalogue = Catalogue.bundled();
    private final Measurands measurands = Measurands.bundled();

    private Stream<ConditionEvidence> all() {
        return evidence.conditions().stream().map(evidence::condition);
    }

    @Test
    void hasAVersionAndADate() {
        assertFalse(evidence.version().isBlank());
        assertEquals(evidence.date(), LocalDate.parse(evidence.date()).toString());
    }

    @Test
    void everyFactHasASourceAndAnIdOfItsOwn() {
        Set<String> ids = new HashSet<>();
        all().flatMap(c -> c.facts().stream())
                .forEach(
                        f -> {
                            assertTrue(ids.add(f.id()), "two facts " + f.id());
                            sourced(f.id(), f.source(), f.confidence());
                            assertFalse(f.about().isBlank(), f.id());
                            assertFalse(f.note().contains("shared/"), f.id());
                        });
        assertTrue(ids.size() > 2500, "only " + ids.size());
    }

    @Test
    void everyDistributionHasASource() {
        int[] count = {0};
        all().flatMap(c -> marginals(c).stream())
                .forEach(
                        m -> {
                            count[0]++;
                            sourced(m.observation(), m.source(), m.confidence());
                        });
        assertTrue(count[0] > 4500, "only " + count[0]);
    }

    private void sourced(String figure, String source, Confidence confidence) {
        assertTrue(evidence.source(source).isPresent(), figure + " names " + source);
        assertEquals(
                confidence == Confidence.RECALLED,
                source.equals("recalled"),
                figure + ": recalled figures and no others have the source \"recalled\"");
        if (confidence == Confidence.COMPUTED) {
            assertEquals("nhanes", source, figure);
        }
    }

    private static List<Marginal> marginals(ConditionEvidence c) {
        List<Marginal> all = new ArrayList<>(c.age().stream().toList());
        for (ConditionEvidence.Ranked r : c.observations()) {
            r.overall().ifPresent(all::add);
            all.addAll(r.strata());
        }
        return all;
    }

    @Test
    void everyObservationIsAMeasurandAndAConcept() {
        all().forEach(
                        c -> {
                            assertEquals(
                                    Concept.Kind.CONDITION,
                                    catalogue.find(c.condition()).orElseThrow().kind());
                            assertTrue(c.observations().size() >= 20, c.condition());
                            for (ConditionEvidence.Ranked r : c.observations()) {
                                Measurand m = measurands.get(r.observation());
                                assertEquals(
                                        Concept.Kind.OBSERVATION,
                                        catalogue.find(m.id()).orElseThrow().kind());
                                r.overall()
                                        .ifPresent(o -> assertEquals(m.unit(), o.unit(), m.id()));
                            }
                        });
        for (Measurand m : measurands.all()) {
            assertTrue(catalogue.find(m.id()).isPresent(), m.id());
        }
    }

    @Test
    void plausibleLimitsHoldEveryPercentile() {
        all().forEach(
                        c -> {
                            for (ConditionEvidence.Ranked r : c.observations()) {
                                Optional<QuantityRange> limits =
                                        measurands.get(r.observation()).plausible();
                                for (Marginal m : inAll(r)) {
                                    assertTrue(within(limits.orElseThrow(), m), c.condition() + m);
                                }
                            }
                        });
    }

    private static List<Marginal> inAll(ConditionEvidence.Ranked r) {
        List<Marginal> all = new ArrayList<>(r.strata());
        r.overall().ifPresent(all::add);
        return all;
    }

    private static boolean within(QuantityRange limits, Marginal m) {
        return Stream.of(OptionalDouble.of(m.mean()), m.p05(), m.p25(), m.p50(), m.p75(), m.p95())
                .filter(OptionalDouble::isPresent)
                .allMatch(p -> limits.contains(p.getAsDouble()));
    }

    @Test
    void subjectsAreConceptsOrSurveyVariables() {
        all().flatMap(c -> c.facts().stream())
                .forEach(
                        f -> {
                            boolean drug =
                                    f.kind() == Fact.Kind.DRUG_CLASS_USE
                                            || f.kind() == Fact.Kind.INGREDIENT_USE;
                            if (drug || f.subject().contains("-") || f.subject().contains(":")) {
                                assertTrue(catalogue.find(f.subject()).isPresent(), f.toString());
                            }
                        });
    }

    @Test
    void codesAreVerifiedBySourcesThatExist() {
        for (Concept.Kind kind : Concept.Kind.values()) {
            for (Concept c : catalogue.concepts(kind)) {
                for (Coding coding : c.codings()) {
                    coding.verifiedBy()
                            .ifPresent(by -> assertTrue(evidence.source(by).isPresent(), by));
                }
            }
        }
    }

    @Test
    void guidelinesNameTheirSources() {
        all().flatMap(c -> c.guidelines().stream())
                .forEach(
                        g -> {
                            assertTrue(evidence.source(g.source()).isPresent(), g.source());
                            assertFalse(g.criteria().isEmpty() && g.targets().isEmpty(), g.name());
                        });
    }

    @Test
    void peopleOfTheMicrodataAreNamedInWords() {
        all().forEach(
                        c ->
                                c.microdata()
                                        .ifPresent(
                                                m -> {
                                                    String who = m.population();
                                                    assertTrue(who.contains("US "), who);
                                                    assertFalse(who.contains("_"), who);
                                                    c.age()
                                                            .ifPresent(
                                                                    a ->
                                                                            assertEquals(
                                                                                    who,
                                                                                    a
                                                                                            .population()));
                                                }));
    }

    @Test
    void meanHba1cInTypeTwoDiabetes() {
        ConditionEvidence.Ranked hba1c =
                evidence.condition("type-2-diabetes").observation("hba1c").orElseThrow();
        Marginal all = hba1c.overall().orElseThrow();
        assertEquals(1, hba1c.rank());
        assertEquals(7.3403, all.mean());
        assertEquals(3305, all.n().orElseThrow());
        assertEquals("US adults with diagnosed type 2 diabetes", all.population());
        assertEquals("2011-Mar2020", all.period());
        assertEquals(Confidence.COMPUTED, all.confidence());
        assertEquals(7.2403, hba1c.in("sex: female").orElseThrow().mean());
        assertEquals(all, hba1c.in("all").orElseThrow());
    }

    @Test
    void drugUseIsThatOfUsAdultsAndNeverRecalled() {
        ConditionEvidence t2dm = evidence.condition("type-2-diabetes");
        assertEquals("limonte-2022", t2dm.drugUse("class:sglt2-inhibitor").orElseThrow().source());
        assertEquals(5.8, t2dm.drugUse("class:sglt2-inhibitor").orElseThrow().value());
        assertEquals(4.4, t2dm.drugUse("class:glp-1-receptor-agonist").orElseThrow().value());
        assertEquals("2011-2014", t2dm.drugUse("metformin").orElseThrow().period());
        assertTrue(t2dm.facts(Fact.Kind.DRUG_CLASS_USE, "class:sglt2-inhibitor").size() >= 6);
        assertTrue(t2dm.drugUse("class:antibiotic").isEmpty());
        all().forEach(
                        c ->
                                c.facts().stream()
                                        .map(f -> c.drugUse(f.subject()))
                                        .flatMap(Optional::stream)
                                        .forEach(
                                                f ->
                                                        assertTrue(
                                                                f.confidence()
                                                                        != Confidence.RECALLED)));
    }

    @Test
    void prevalenceIsOfTheConditionItself() {
        Fact t2dm = evidence.condition("type-2-diabetes").prevalence().orElseThrow();
        assertEquals(8.5, t2dm.value(), "not the 11.3 % with diabetes of any type");
        Fact hypertension = evidence.condition("hypertension").prevalence().orElseThrow();
        assertEquals(47.7, hypertension.value());
        assertEquals("Aug 2021-Aug 2023", hypertension.period());
        List<Fact> kidney =
                evidence.condition("chronic-kidney-disease")
                        .facts(Fact.Kind.PREVALENCE, "chronic-kidney-disease");
        assertEquals("2017-Mar2020", kidney.get(0).period(), "the shorter period first");
        assertEquals(Confidence.COMPUTED, kidney.get(0).confidence());
        assertEquals(List.of(2021, 2023), FactOrder.years("Aug 2021-Aug 2023"));
        assertEquals(List.of(2011, 2020), FactOrder.years("2011-Mar2020"));
        assertEquals(List.of(), FactOrder.years("not stated, 12345"));
        all().map(ConditionEvidence::prevalence)
                .flatMap(Optional::stream)
                .forEach(f -> assertTrue(f.value() > 0 && f.value() < 100, f.toString()));
    }

    @Test
    void compoundFiguresComeApart() {
        List<Fact> decline =
                evidence.condition("type-2-diabetes").facts(Fact.Kind.PROGRESSION).stream()
                        .filter(f -> f.about().contains("decliners") && f.unit().equals("%"))
                        .toList();
        assertEquals(List.of(11.4, 27.3, 61.3), decline.stream().map(Fact::value).toList());
        all().flatMap(c -> c.facts().stream())
                .forEach(
                        f ->
                                assertFalse(
                                        f.about().contains(" / ")
                                                && f.kind() != Fact.Kind.COMORBIDITY,
                                        f.about()));
    }

    @Test
    void sharesLieBetweenNoneAndAll() {
        all().flatMap(c -> c.facts().stream())
                .filter(f -> f.unit().equals("%"))
                .filter(f -> f.kind() != Fact.Kind.PROGRESSION)
                .forEach(f -> assertTrue(f.value() >= 0 && f.value() <= 100, f.toString()));
    }

    // ---- twins: a broken resource is caught, whichever way it is broken

    @Test
    void anUntouchedFileIsRead() throws IOException {
        assertEquals(text(), text());
        assertEquals("asthma", read(text()).condition());
    }

    @Test
    void brokenFilesAreCaught() throws IOException {
        caught("\"unit\":\"%\",", "", "a unit missing");
        caught("\"unit\":\"%\",", "\"unit\":\" \",", "a unit left blank");
        caught("\"population\":\"US adults 18+\",", "", "a population missing");
        caught(
                "\"period\":\"2017-2018\",\"source\":\"nhanes\"",
                "\"source\":\"nhanes\"",
                "a period");
        caught("\"source\":\"nhanes\",", "", "a source missing");
        caught("\"confidence\":\"COMPUTED\"", "\"confidence\":\"certain\"", "a confidence unknown");
        caught("\"rank\":2,", "\"rank\":3,", "a rank left out");
        caught("\"condition\":\"asthma\"", "\"condition\":\"copd\"", "another condition's file");
        caught("\"low\":", "\"low\":99.9,\"was\":", "limits that miss the figure");
        caught("\"p50\":", "\"p50\":-1e6,\"was\":", "percentiles that fall");
    }

    private static void caught(String from, String to, String what) throws IOException {
        String broken = text().replace(from, to);
        assertFalse(broken.equals(text()), what + ": the twin changes nothing");
        assertThrows(IllegalArgumentException.class, () -> read(broken), what);
    }

    private static String text() throws IOException {
        try (InputStream in = Evidence.class.getResourceAsStream("asthma.json")) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static ConditionEvidence read(String text) throws IOException {
        return ConditionFile.read("asthma", new ByteArrayInputStream(text.getBytes(UTF_8)));
    }
}
