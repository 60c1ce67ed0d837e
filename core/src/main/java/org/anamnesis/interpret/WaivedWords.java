package org.anamnesis.interpret;

import java.util.List;

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
                            "isnt/is_not/arent/are_not/wasnt/not/isn_t [really/so/that/a/strictly/actually] [really] needed/required/necessary/important/wanted/asked_for/essential/mandatory/compulsory/requirement/must/relevant/obligatory [after_all/any_more/anymore/any_longer/now/here]",
                            "is/are/was/were no longer/more [really] needed/required/necessary/important/wanted/asked_for/essential/mandatory/set/fixed/compulsory/relevant/excluded/a_requirement/a_criterion",
                            "is/are not/nt [really] needed/required/necessary/wanted any_more/any_longer",
                            "neednt/need_not/doesnt_need_to/does_not_need_to/dont_need_to/do_not_need_to/doesnt_have_to/does_not_have_to/dont_have_to/do_not_have_to/must_not_necessarily/should_not/shouldnt be [there/required/included/in/in_there/present/taken/set/asked_for/asked/a_must/considered/prescribed/given/fulfilled/met/excluded] [after_all/any_more/anymore/any_longer/now]",
                            "need/needs no_longer be [required/there/taken/set/included/present]",
                            "can/may/should/must/could/has_to/have_to/needs_to/might [now/also/just] go [again/away/now/too]",
                            "can/may/should/must/could/might/is_to/are_to/has_to/have_to [now/also/just] be [dropped/removed/deleted/lifted/ignored/left_out/taken_out/taken_off/cut/omitted/skipped/forgotten/scrapped/discarded/waived/abandoned/disregarded/cancelled] [again/now/too]",
                            "are/is [now] [also] fine/ok/okay/allowed/welcome/permitted/acceptable/admitted/eligible [again/now/too/as_well/after_all]",
                            "can/may/could/should/might [now] [also] stay/remain/participate/take_part/join [in] [again/now/too]",
                            "can/may/could/should/might/are_to/is_to [now] [also] be [back] in/included/allowed/let_in/admitted/permitted/readmitted/added/put_in/taken_in [in] again/back/after_all",
                            "can/may/could/should/might [now] come/go/get back/in [in] [again/back/after_all]",
                            "back in [again/please/after_all]")
                    .stream()
                    .map(WordPattern::of)
                    .toList();

    private WaivedWords() {}

    /** One past the last word of such a phrase that begins at a token; -1 if none does. */
    static int behind(Sentence s, int from) {
        if (!s.word(from).matches("[a-z]+") || from == 0) {
            return -1;
        }
        StringBuilder rest = new StringBuilder();
        for (int i = from; i < Math.min(s.size(), from + 10); i++) {
            rest.append(i > from ? " " : "").append(s.word(i));
        }
        PlainWords words = PlainWords.of(rest.toString());
        int longest = -1;
        for (WordPattern phrase : PHRASES) {
            longest = Math.max(longest, phrase.match(words, 0));
        }
        return longest < 0 ? -1 : from + longest;
    }
}
