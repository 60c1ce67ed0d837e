package org.anamnesis.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.anamnesis.random.SeedTree;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.testkit.ForAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message of another language is in English, and whose words are shown. */
class WordingTest {
    private final RuleReader reader = new RuleReader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7,5|7.5",
                "1.000|1000",
                "1.234.567|1234567",
                "1 000|1000",
                "1\u202F000|1000",
                "1\u00A0000|1000",
                "2’500|2500",
                "1.234,5|1234.5",
                "1 234,5|1234.5",
                "7.5|7.5",
                "0,125|0.125",
                "1,234.5|1234.5",
                "1,234,567|1234567",
                "2024|2024",
                "12.50|12.50"
            })
    void figuresAreReadAsTheLanguageWritesThem(String typed, String digits) {
        LocalNumber read = LocalNumber.at(typed, 0, true);

        assertEquals(digits, read.digits());
        assertEquals(typed.length(), read.end());
    }

    @Test
    void aFigureWithTwoReadingsIsNotGuessed() {
        for (String message :
                List.of(
                        "2,000 Patienten mit Asthma",
                        "2,000 pacientes con asma",
                        "2,000 fumeurs")) {
            assertEquals(
                    "!request.number.unclear",
                    Notation.of(reader.read(message, CohortSpec.DEFAULT)),
                    message);
        }
        assertEquals("count 2000", Notation.of(reader.read("2,000名", CohortSpec.DEFAULT)));
    }

    @Test
    void aSpaceBehindASeedSeparatesTwoNumbers() {
        assertEquals(
                "seed 7; count 500; asthma",
                Notation.of(
                        reader.read("mit Seed 7 500 Patienten mit Asthma", CohortSpec.DEFAULT)));
    }

    @ParameterizedTest
    @CsvSource({
        "两千, 2000",
        "一百, 100",
        "一万, 10000",
        "二十五, 25",
        "十, 10",
        "十二, 12",
        "一百二十, 120",
        "两千五, 2500",
        "两千零五, 2005",
        "三百五十万, 3500000",
        "一亿, 100000000",
        "二百零三, 203"
    })
    void chineseNumeralsAreNumbers(String typed, String digits) {
        assertEquals(digits + " patients", Wording.of(typed + "名").english());
    }

    @ParameterizedTest
    @CsvSource({
        "rückgängig, undo",
        "mach das rückgängig!, undo!",
        "von vorne, start over",
        "stattdessen Männer, instead male",
        "speichere das als A, save this as A",
        "vergleiche A und B, compare A and B",
        "deshacer, undo",
        "empezar de nuevo, start over",
        "guarda esto como A, save this as A",
        "annuler, undo",
        "recommencer, start over",
        "enregistre ça sous A, save this as A",
        "撤销, undo",
        "重新开始, start over",
        "保存为A, save this as A",
        "你假设了什么？, what did you assume ?"
    })
    void turnsOfAConversationAreEnglish(String message, String english) {
        assertEquals(english, Wording.of(message).english().replace(" !", "!"));
    }

    @Test
    void whatEnglishMovesIsQuotedWhereItStood() {
        Reading read = reader.read("300 nierenkranke Patienten im Stadium 3", CohortSpec.DEFAULT);

        List<String> quotes =
                ((Reading.Understood) read).edits().stream().map(Reading.Quoted::quote).toList();
        assertTrue(quotes.contains("nierenkranke Patienten im Stadium 3"), quotes.toString());
    }

    @Test
    void anEnglishMessageIsItsOwnWording() {
        String message = "2000 patients with type 2 diabetes, 60 % female";

        assertSame(message, Wording.of(message).english());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "500 patients",
                "T2DM",
                "",
                " ",
                "100 patients de novo AML",
                "500 patients from Los Angeles with asthma",
                "patients in Des Moines",
                "café owners",
                "患者です"
            })
    void withoutClearSignsItIsEnglish(String message) {
        assertEquals(Language.EN, Language.of(message));
    }

    /** Words of all tables, letters of all scripts, figures and signs, in any order. */
    private static String noise(long seed) {
        long key = SeedTree.key(new SeedTree(seed).purpose("languages"), 0);
        String[] words =
                ("mit con avec 患 Patienten {share} 百分之 分之 成 三 万 占 中 在 吗 多少 bis hasta jusqu'à d' l'"
                                + " anteil {ask} ne pas 1.000 2,000 7,5 % 12 - / ' ¿ 期 Stadium machen"
                                + " zweihundert und y cent mille unter über # #* ~ * | im ohne")
                        .split(" ");
        StringBuilder text = new StringBuilder("mit ");
        for (int i = 0; i < 40; i++) {
            int r = (int) (SeedTree.uniform(key, i) * 65536);
            text.append(r % 5 == 0 ? String.valueOf((char) r) : words[r % words.length]);
            text.append(r % 3 == 0 ? "" : " ");
        }
        return text.toString();
    }

    @Test
    void noTextThrowsAndAllQuotesAreInIt() {
        ForAll.seeds(
                800,
                seed -> {
                    String text = MessageText.withoutControls(noise(seed));
                    Reading reading = reader.read(text, CohortSpec.DEFAULT);
                    for (String quote : LanguagesTest.quotes(reading)) {
                        String plain = quote.endsWith("...") ? quote.substring(0, 77) : quote;
                        assertTrue(text.contains(plain), () -> quote + " is not in " + text);
                    }
                });
    }

    @Test
    void aLongMessageIsRead() {
        String chinese = "慢性肾脏病".repeat(RuleReader.LONGEST / 5 - 1);
        String german = "mit " + "einundein".repeat(RuleReader.LONGEST / 10);

        assertNotNull(reader.read(chinese, CohortSpec.DEFAULT));
        assertNotNull(reader.read(german, CohortSpec.DEFAULT));
    }
}
