package org.anamnesis.interpret;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is said of a wish that need not be met any more: "... isn't required after all", "... can
 * go", "... no longer applies", "... may be included again".
 */
final class WaivedWords {
    private static final List<WordPattern> PHRASES =
            List.of(
                            "doesnt/does_not/neednt/dont/do_not/wont/will_not/shouldnt/should_not matter/count/apply [any_more/anymore/any_longer/here/now]",
                            "no longer/more matters/matter/counts/applies/apply/necessary/needed/required",
                            "is/are/was/were [fine] either_way",
                            "is/are/was/were [now] [really] irrelevant/unimportant/unnecessary/superfluous/redundant/optional/dispensable/obsolete/expendable/not_important/no_matter/immaterial/moot [now/after_all]",
                            "isnt/is_not/arent/are_not/wasnt/not/isn_t [really/so/that/a/strictly/actually] [really] needed/required/necessary/important/asked_for/essential/mandatory/compulsory/requirement/must/relevant/obligatory [after_all/any_more/anymore/any_longer/now/here]",
                            "is/are/was/were no longer/more [really] needed/required/necessary/important/wanted/asked_for/essential/mandatory/set/fixed/compulsory/relevant/excluded/a_requirement/a_criterion",
                            "is/are not/nt [really] needed/required/necessary/wanted any_more/any_longer",
                            "neednt/need_not/doesnt_need_to/does_not_need_to/dont_need_to/do_not_need_to/doesnt_have_to/does_not_have_to/dont_have_to/do_not_have_to/must_not_necessarily be there/required/included/in/in_there/present/taken/set/asked_for/asked/a_must/considered/prescribed/given/fulfilled/met/excluded [after_all/any_more/anymore/any_longer/now]",
                            "need/needs no_longer be required/there/taken/set/included/present",
                            "can/may/should/must/could/has_to/have_to/needs_to/might [now/also/just] go [again/away/now/too]",
                            "can/may/should/must/could/might/is_to/are_to/has_to/have_to [now/also/just] be dropped/removed/deleted/lifted/ignored/left_out/taken_out/taken_off/cut/omitted/skipped/forgotten/scrapped/discarded/waived/abandoned/disregarded/cancelled [again/now/too]",
                            "are/is [now] [also] fine/ok/okay/allowed/welcome/permitted/acceptable/admitted/eligible [again/now/too/as_well/after_all]",
                            "can/may/could/should/might [now] [also] stay/remain/participate/take_part/join [in] [again/now/too]",
                            "can/may/could/should/might/are_to/is_to [now] [also] be [back] in/included/allowed/let_in/admitted/permitted/readmitted/added/put_in/taken_in [in] again/back/after_all",
                            "can/may/could/should/might [now] come/go/get back/in [in] [again/back/after_all]",
                            "back in [again/please/after_all]")
                    .stream()
                    .map(WordPattern::of)
                    .toList();

    private static final String OF_WISH =
            " [to] [have] [be/take] [about/on/with/for/of/in] [the/a/any/an/all/my]"
                    + " [limit/restriction/target/requirement/mean/average/share/proportion/percentage/quota]"
                    + " [on/of/for/in] [the]";

    private static final List<WordPattern> LEADS =
            List.of(
                            "dont/doesnt/do_not/does_not/not need/require/care/mind/worry/bother/insist/necessarily/have",
                            "neednt/need_not",
                            "no longer need/require/want/insist/care/ask/demand/have/wish",
                            "do/manage/dispense/go without/with",
                            "no need/requirement for/of/to",
                            "stop/cease requiring/insisting/asking/demanding/restricting/fixing")
                    .stream()
                    .map(p -> WordPattern.of(p + OF_WISH))
                    .toList();

    private static final Set<String> LEADING = firsts(LEADS);

    private static final Set<String> FIRSTS = firsts(PHRASES);

    private WaivedWords() {}

    /** One past the last word of such a phrase that begins at a token; -1 if none does. */
    static int behind(Sentence s, int from) {
        if (from == 0 || !FIRSTS.contains(s.word(from))) {
            return -1;
        }
        return longest(s, from, PHRASES);
    }

    /** One past the last word of "I no longer need the ..." that begins at a token; -1 if none. */
    static int before(Sentence s, int from) {
        return LEADING.contains(s.word(from)) ? longest(s, from, LEADS) : -1;
    }

    private static int longest(Sentence s, int from, List<WordPattern> phrases) {
        StringBuilder rest = new StringBuilder();
        for (int i = from; i < Math.min(s.size(), from + 12); i++) {
            rest.append(i > from ? " " : "").append(s.word(i));
        }
        PlainWords words = PlainWords.of(rest.toString());
        int longest = -1;
        for (WordPattern phrase : phrases) {
            longest = Math.max(longest, phrase.match(words, 0));
        }
        return longest < 0 ? -1 : from + longest;
    }

    private static Set<String> firsts(List<WordPattern> phrases) {
        return phrases.stream().flatMap(p -> p.firsts().stream()).collect(Collectors.toSet());
    }
}
