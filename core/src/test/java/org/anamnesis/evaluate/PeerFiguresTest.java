package org.anamnesis.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.anamnesis.table.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The two anchors of the peers' table, a bootstrap of the training people and independent columns,
 * beside what an independent judge (scikit-learn) found on them: 0.31 and 0.998 for the two-sample
 * test, 0.81 and 0.49 for membership, 0.826 and 0.54 for prediction of diabetes, 0.025 and 0.091
 * for associations.
 */
@Tag("slow")
class PeerFiguresTest {
    private static final List<String> KEYS =
            List.of("Age", "Gender", "Race", "Education", "MaritalStatus");

    @Test
    void theAnchorsComeOutAsAnIndependentJudgeFoundThem() throws IOException {
        JudgedTables people = PeerTables.nhanes();
        Table train = people.train();
        TableJudgement copied = judged(people, MadePeople.copied(train, train.rows(), 1));
        assertEquals(0.31, copied.againstTrain().value(), 0.03);
        assertEquals(0.81, copied.privacy().membership().nearest().value(), 0.02);
        assertEquals(0.025, copied.pairs().meanGap(), 0.003);
        assertEquals(0.826, copied.utility().orElseThrow().synthetic().value(), 0.015);
        assertEquals(0.96, copied.coverage().synthetic(), 0.02);
        assertTrue(copied.copying());
        assertFalse(copied.privacy().verdict().passes());
        TableJudgement apart = judged(people, MadePeople.shuffled(train, 1));
        assertEquals(0.998, apart.againstTrain().value(), 0.003);
        assertEquals(0.5, apart.privacy().membership().nearest().value(), 0.02);
        assertEquals(0.091, apart.pairs().meanGap(), 0.003);
        assertTrue(apart.utility().orElseThrow().synthetic().value() < 0.62);
        assertEquals(0.42, apart.coverage().synthetic(), 0.04);
    }

    private static TableJudgement judged(JudgedTables people, Table synthetic) {
        Judging plain =
                Judging.of(
                        new JudgedTables(people.train(), people.holdout(), synthetic),
                        new JudgedOutcome.Column("Diabetes"),
                        1);
        assertEquals(KEYS.stream().sorted().toList(), plain.keys().stream().sorted().toList());
        return TableJudge.judge(plain);
    }
}
