package org.anamnesis.interpret;

import org.anamnesis.code.Vocabulary;
import org.anamnesis.spec.CohortSpec;

/**
 * A message in the plainer words that the topics read: what points at what is asked already is said
 * in full, and ways of saying a thing give way to the usual one.
 */
final class PlainerWords {
    private PlainerWords() {}

    /**
     * @param written the text as it was typed, where it was changed before
     */
    static Sentence of(
            Sentence message, String written, CohortSpec current, Vocabulary vocabulary) {
        Sentence s =
                message.text().equals(written) ? message : message.shownAs(written, vocabulary);
        s = SpanWords.plain(s, vocabulary);
        s = OwnNamed.plain(NarrowedDrugs.plain(s, vocabulary), vocabulary);
        s = OfTheCohort.plain(OrWorse.plain(s, vocabulary), current, vocabulary);
        boolean later = !current.equals(CohortSpec.DEFAULT);
        s = later ? pointing(Idioms.inFull(s, vocabulary), current, vocabulary) : s;
        s = Gestation.plain(s, current, vocabulary);
        s = s.foreign() ? s : compared(s, vocabulary);
        Sentence ordered = s.foreign() ? s : GapOrder.plain(s, vocabulary);
        Sentence plain = MeanLists.plain(Idioms.plain(ordered, vocabulary, later), vocabulary);
        return ExcessWeight.plain(DrugsFor.plain(plain, vocabulary), vocabulary);
    }

    private static Sentence compared(Sentence s, Vocabulary vocabulary) {
        Sentence first = FirstNamed.plain(TypeApart.joined(s, vocabulary), vocabulary);
        Sentence listed = SmokingColumn.plain(BesideControls.plain(first, vocabulary), vocabulary);
        return SmokerLists.plain(ComparedShares.plain(listed, vocabulary), vocabulary);
    }

    /** Words that only say something of a cohort that is there. */
    private static Sentence pointing(Sentence message, CohortSpec current, Vocabulary vocabulary) {
        Sentence s = TooOld.plain(message, current, vocabulary);
        s = OrdinalThing.plain(s, current, vocabulary);
        s = SharesInGroups.plain(s, current, vocabulary);
        s = LimitAgain.plain(SharesMoved.plain(s, current, vocabulary), current, vocabulary);
        s = WhichOne.plain(s, current, vocabulary);
        s = Referred.plain(s, current, vocabulary);
        s = NotThat.plain(PlainNo.corrected(s, current, vocabulary), current, vocabulary);
        s = Comorbid.plain(s, current, vocabulary);
        s = WiderRange.plain(s, current, vocabulary);
        s = AlsoThere.plain(s, current, vocabulary);
        s = GapsAgain.plain(s, current, vocabulary);
        return FigureAgain.plain(s, current, vocabulary);
    }
}
