package org.anamnesis.neural;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.generate.Training;
import org.junit.jupiter.api.Test;

/** How long a GAN's play lasts goes by how many people it learns. */
class GanTrainingTest {
    /** What is heard at the first look, at which the training is ended. */
    private static String heard(int people, int smoothing) {
        List<String> heard = new ArrayList<>();
        Training.Watch once =
                (what, fraction) -> {
                    heard.add(what);
                    return false;
                };
        new Gan().learn(SmallTables.mixed(people, 1), new Training(1, smoothing, 1, once));
        return heard.get(0);
    }

    /** Of 60 people 45 are learned, 40 in a batch: 562 batches show each of them 500 times. */
    @Test
    void nobodyIsSeenMoreThanFiveHundredTimes() {
        assertTrue(heard(60, 0).contains(" of 562:"), heard(60, 0));
        assertTrue(heard(60, 1).contains(" of 281:"), heard(60, 1));
    }

    @Test
    void aLargerTableHasTheUsualSteps() {
        assertTrue(heard(400, 0).contains(" of 2000:"), heard(400, 0));
    }
}
