package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.anamnesis.interpret.Language;
import org.anamnesis.interpret.Reading;
import org.anamnesis.interpret.RuleReader;
import org.anamnesis.spec.CohortSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said in replies, in five languages. */
class TongueTest {
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    private static List<String> words(String message, Language language) {
        Reading read = new RuleReader().read(message, CohortSpec.DEFAULT);
        Told told = new Told(language);
        return ((Reading.Understood) read)
                .edits().stream().map(e -> told.of(Understood.words(e.edit()))).toList();
    }

    @ParameterizedTest
    @EnumSource
    void everySentenceExistsWithTheSamePlaces(Language language) {
        List<Templates.Template> all = Templates.bundled().all();
        assertTrue(all.size() > 300);
        for (Templates.Template t : all) {
            String english = t.in(Language.EN);
            assertFalse(t.in(language).isBlank(), english);
            assertEquals(places(english), places(t.in(language)), english);
        }
    }

    @Test
    void noSentenceStandsTwice() {
        List<String> all =
                Templates.bundled().all().stream()
                        .map(t -> Templates.plain(t.in(Language.EN)))
                        .toList();

        assertEquals(Set.copyOf(all).size(), all.size());
    }

    private static Set<String> places(String sentence) {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(sentence).results().forEach(m -> places.add(m.group()));
        return places;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN|2,000|7.5|1,234,567",
                "DE|2.000|7,5|1.234.567",
                "ES|2000|7,5|1\u202F234\u202F567",
                "FR|2\u202F000|7,5|1\u202F234\u202F567",
                "ZH|2,000|7.5|1,234,567"
            })
    void figuresAreWrittenAsTheLanguageWritesThem(
            Language language, String thousand, String decimal, String million) {
        Tongue tongue = Tongue.of(language);

        assertEquals(thousand, tongue.number(2000));
        assertEquals(decimal, tongue.number(7.50));
        assertEquals(million, tongue.number(1_234_567L));
        assertEquals("-" + decimal, tongue.number(-7.5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2000 T2DM patients, 60.5 % female, aged 40 to 65, HbA1c above 8, seed 12345, as csv",
                "500 COPD patients over 60, current or former smokers, not on statins, LDL below 70",
                "500 people under 50 with CKD stage 3b, Hispanic, BMI between 25 and 30, 10 labs"
                        + " including ferritin, US",
                "100 hypertension patients, mean age 55, mean systolic 145, without potassium",
                "1000 people of the general population, 30 % uninsured, college graduates"
            })
    void inEnglishItSaysWhatIsSaidToday(String message) {
        Reading read = new RuleReader().read(message, CohortSpec.DEFAULT);
        List<String> today =
                ((Reading.Understood) read)
                        .edits().stream().map(e -> Understood.words(e.edit())).toList();

        assertEquals(today, words(message, Language.EN));
    }

    @Test
    void aRequestIsAnsweredInItsLanguage() {
        assertEquals(
                List.of(
                        "2.000 Patienten",
                        "alle haben Typ-2-Diabetes",
                        "60,5 % mit Geschlecht weiblich",
                        "HbA1c mindestens 8,1 %"),
                words(
                        "2.000 Patienten mit Typ-2-Diabetes, 60,5 % weiblich, HbA1c über 8 %",
                        Language.DE));
        assertEquals(List.of("500名患者", "全部患有哮喘", "年龄60岁及以上"), words("500名哮喘患者，60岁以上", Language.ZH));
    }

    @Test
    void assumptionsOfTheReaderAreTranslated() {
        Reading read = new RuleReader().read("pacientes con diabetes", CohortSpec.DEFAULT);
        Told told = new Told(Language.ES);

        for (String assumption : ((Reading.Understood) read).assumptions()) {
            assertFalse(told.of(assumption).equals(assumption), assumption);
        }
        assertEquals("of another kind", told.of("of another kind"));
    }
}
