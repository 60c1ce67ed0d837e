package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.plan.GenerationPlan;
import org.anamnesis.plan.PlannedField;
import org.anamnesis.plan.Planner;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.SpecJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Countries without microdata: told what is known, borrowed only on the user's word, and said. */
class AbroadTest {
    private final Anamnesis anamnesis = Anamnesis.bundled();

    private Step said(String... messages) {
        Conversation c = Conversation.EMPTY;
        Step step = anamnesis.turn(c, messages[0]);
        for (int i = 1; i < messages.length; i++) {
            step = anamnesis.turn(step.after(), messages[i]);
        }
        return step;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 type 2 diabetes patients from Germany | Germany | mean BMI 31",
                "German adults with type 2 diabetes | Germany | unverified",
                "200 Indian patients with hypertension | India | hypertension 28",
                "200 patients with asthma in Sweden | Sweden | no figure",
                "500 deutsche Patienten mit Typ-2-Diabetes | Deutschland | HbA1c 7 %",
                "100名中国2型糖尿病患者 | 中国 | 59.9",
                "100 pacientes españoles con asma | España | toma prestadas las cifras de EE. UU. para España",
                "100 patients français asthmatiques | France | emprunte les chiffres américains pour France",
                "asthma patients in Europe | Europe | US population"
            })
    void whoHasNoMicrodataIsToldWhatIsKnown(String message, String country, String told) {
        Turn turn = said(message).turn();

        assertEquals(Turn.Kind.PROBLEM, turn.kind());
        assertTrue(turn.reply().contains(country), turn.reply());
        assertTrue(turn.reply().contains(told), turn.reply());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 type 2 diabetes patients from Germany | borrow the US figures for Germany | DE",
                "500 type 2 diabetes patients in China | please borrow the US data | CN",
                "500 Patienten mit Typ-2-Diabetes aus Indien | leihe die US-Zahlen | IN",
                "500 pacientes con diabetes tipo 2 de Francia | toma prestadas las cifras de EE. UU. para Francia | FR",
                "500 patients diabétiques de type 2 en Inde | emprunte les chiffres américains pour Inde | IN",
                "500名中国2型糖尿病患者 | 为中国借用美国数据 | CN"
            })
    void whoBorrowsMeansTheRequestBefore(String first, String second, String population) {
        Step step = said(first, second);

        Set<String> facts = Facts.of(step.after().spec());
        assertEquals(
                Set.of("condition type-2-diabetes", "count 500", "population " + population),
                facts);
        assertTrue(step.turn().warnings().stream().anyMatch(w -> w.contains("NHANES")));
    }

    @Test
    void whatIsBorrowedStaysSoUntilAnotherPopulationIsNamed() {
        assertEquals(
                Set.of("count 300", "condition asthma", "population DE", "require sex=female"),
                Facts.of(
                        said(
                                        "200 German asthma patients, borrow the US figures",
                                        "300 German women")
                                .after()
                                .spec()));
        assertEquals(
                Set.of("count 200", "condition asthma"),
                Facts.of(
                        said("200 German asthma patients, borrow the US figures", "US population")
                                .after()
                                .spec()));
    }

    @Test
    void notBorrowingIsNotBorrowing() {
        Turn turn = said("500 German asthma patients, but do not borrow US figures").turn();

        assertEquals(Turn.Kind.PROBLEM, turn.kind());
    }

    @Test
    void everyColumnSaysWhoseValuesItHas() {
        CohortSpec spec =
                CohortSpec.DEFAULT
                        .withCondition(Optional.of("type-2-diabetes"))
                        .withPopulation("CN");
        GenerationPlan plan =
                Planner.plan(spec, Evidence.bundled(), ReferencePopulation.bundled(true, false));

        for (PlannedField f : plan.fields()) {
            boolean told = f.provenance().how().contains("borrowed from US adults for China");
            assertTrue(told || f.provenance().asked(), f.name());
        }
        // the one kind of figure that moves people: somebody read that 59.9 % have hypertension
        assertTrue(
                plan.shares().stream().anyMatch(s -> s.percent() == 59.9),
                plan.shares().toString());
        assertTrue(plan.explained().stream().anyMatch(e -> e.contains("hypertension in 59.9 %")));
    }

    @Test
    void theFileKeepsPopulationAndBasis() {
        CohortSpec spec = CohortSpec.DEFAULT.withPopulation("DE");
        String json = SpecJson.write(spec);

        assertTrue(json.contains("\"basis\": \"US\""), json);
        assertEquals(spec, SpecJson.read(json));
        assertFalse(SpecJson.write(CohortSpec.DEFAULT).contains("basis"));
    }
}
