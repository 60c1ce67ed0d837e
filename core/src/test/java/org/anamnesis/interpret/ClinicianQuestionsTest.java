package org.anamnesis.interpret;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anamnesis.spec.CohortSpec;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Questions of hospital staff (EHRSQL, CC BY 4.0), read where they lie: none asks for a cohort. */
class ClinicianQuestionsTest {
    @Test
    void almostNoQuestionBecomesACohort() throws IOException {
        Path file =
                Path.of(
                        System.getProperty("anamnesis.shared", "absent"),
                        "conversation",
                        "ehrsql-mimic3-questions.json");
        Assumptions.assumeTrue(Files.exists(file), "needs " + file);
        List<?> questions = (List<?>) JSON.std.anyFrom(Files.readString(file));
        Reader reader = new RuleReader();
        List<String> cohorts = new ArrayList<>();
        for (Object entry : questions) {
            String question = (String) ((Map<?, ?>) entry).get("question");
            if (reader.read(question, CohortSpec.DEFAULT) instanceof Reading.Understood) {
                cohorts.add(question);
            }
        }
        // 0 of 1,786 when written; one in two hundred would be too many
        assertTrue(cohorts.size() * 200 <= questions.size(), cohorts.toString());
    }
}
