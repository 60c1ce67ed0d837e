package org.anamnesis.interpret;

import java.util.HashMap;
import java.util.Map;

/** Whole messages about the conversation, without the words of politeness. */
final class TalkPhrases {
    private static final Map<String, Intent> ALL = new HashMap<>();

    static {
        all(new Intent.Undo(1), "scratch that|never mind|nevermind|cancel that|cancel|forget that");
        all(new Intent.Undo(1), "go back|one step back|step back|take that back|roll back");
        all(new Intent.Redo(), "redo|redo that|undo the undo|bring it back|redo it");
        all(new Intent.StartOver(), "start over|start again|restart|reset|from scratch");
        all(new Intent.StartOver(), "start from scratch|clear everything|begin again|clear");
        all(new Intent.StartOver(), "start from the beginning|new cohort|start a new cohort");
        all(new Intent.StartOver(), "forget everything|reset everything|back to the start");
        all(new Intent.Decide(), "decide|choose|it up to|up to|your choice|your call|whatever");
        all(new Intent.Decide(), "i dont mind|i dont care|dont care|dont mind|take the default");
        all(new Intent.Decide(), "take the defaults|use the default|use the defaults|defaults");
        all(new Intent.Decide(), "default|pick|pick one|pick for me|whatever think is best|any");
        all(
                new Intent.Decide(),
                "whichever|whichever is more common|the more common one|the usual one|the usual|whatever think|i have no preference|no preference");
        all(new Intent.Decide(), "dont know|i dont know|not sure|no idea|decide for me");
        all(new Intent.Show(), "show me the current cohort|show the current cohort|show it");
        all(new Intent.Show(), "what do we have|what do we have so far|where are we|summary");
        all(new Intent.Show(), "show me what we have|what is the current cohort|summarise");
        all(new Intent.Show(), "summarize|show me the spec|show the spec|current state|status");
        all(new Intent.Show(), "show me the current spec|show the current spec|show spec");
        all(new Intent.Assumptions(), "what did assume|what have assumed|what was assumed");
        all(new Intent.Assumptions(), "what are the assumptions|which assumptions did make");
        all(new Intent.Assumptions(), "list the assumptions|list assumptions|show assumptions");
        all(new Intent.Assumptions(), "show me the assumptions|show the assumptions|assumptions");
        all(new Intent.Assumptions(), "what assumptions did make|what are your assumptions");
        all(new Intent.Assumptions(), "what assumptions have made|which assumptions have made");
        all(new Intent.Assumptions(), "did assume anything|what did assume here");
        all(new Intent.Rarity(), "how many in the are like this|how many people are like this");
        all(new Intent.Rarity(), "how many people in the are like this|how rare is this");
        all(new Intent.Rarity(), "how many americans are like this|how common is this");
        all(new Intent.Rarity(), "how many such patients are there|how rare are these patients");
        all(new Intent.Rarity(), "how many such patients are there in the|how rare are they");
        all(new Intent.Rarity(), "how many of these are there in the|how rare is such a cohort");
        all(new Intent.Rarity(), "how many people like this are there|how rare is this cohort");
        all(new Intent.Rarity(), "how many people like this are there in the|how rare are these");
        all(new Intent.Rarity(), "how many people like these are there in the|how rare is that");
        all(new Intent.Rarity(), "how many are like this|how many like this are there in the");
        all(new Intent.Rarity(), "how many us adults are like this|how many adults are like this");
        all(
                new Intent.Rarity(),
                "how many such people are there in the|how many such people are there");
        all(
                new Intent.Rarity(),
                "how many patients like this are there in the|how common are such patients");
        all(new Intent.Fitness(), "i use this for training a model|i use this to train a model");
        all(new Intent.Fitness(), "i train a model on this|i train a model with this");
        all(new Intent.Fitness(), "i use it for training a model|i use it to train a model");
        all(new Intent.Fitness(), "i use this for research|i use this for teaching|i publish this");
        all(
                new Intent.Fitness(),
                "i use these data for training a model|is this good enough to publish");
        all(
                new Intent.Fitness(),
                "i use this data to train a model|i use this data for training a model");
        all(
                new Intent.Fitness(),
                "i use this in a paper|i publish results from this|is this fit for training");
        all(new Intent.Fitness(), "what i use this for|what is this good for|may i publish this");
        all(new Intent.Fitness(), "i use it for machine learning|i use this for machine learning");
        all(
                new Intent.Names(),
                "which versions have i saved|what have i saved|list saved versions");
        all(new Intent.Names(), "what did i save|which versions did i save|which names are there");
        all(new Intent.Names(), "show saved versions|list versions|what is saved|saved versions");
        all(new Intent.Thanks(), "|cheers|thx|thank|ty|looks good|great|perfect|nice|good|fine");
        all(new Intent.Thanks(), "cheers looks good|thats fine|thats good|thats great|got it|cool");
        all(new Intent.Thanks(), "looks great|great looks good|thats perfect|very good|excellent");
        all(new Intent.Thanks(), "leave it|leave it like that|keep it|thats it|done|nothing else");
        all(new Intent.Thanks(), "dont change anything|dont change anything else|sounds good");
        all(
                new Intent.Thanks(),
                "looks fine|good|that works|works|works for me|sounds right|thats right|correct");
        all(
                new Intent.Thanks(),
                "right|yes|yep|yeah|wonderful|lovely|brilliant|awesome|super|sweet|exactly");
        all(
                new Intent.Thanks(),
                "thats it then|set|thats|i like it|much better|fantastic|amazing|very nice");
        all(
                new Intent.Thanks(),
                "nice one|good job|well done|much appreciated|appreciated|that is|no problem");
        all(
                new Intent.Undo(1),
                "drop that|remove that|scrap that|delete that|strike that|not that|drop it");
        all(
                new Intent.Undo(1),
                "revert that|back|undo my last change|i take that back|go back a step|go one back");
        all(
                new Intent.Undo(1),
                "that was a mistake|my mistake undo that|roll that back|reverse that|one back");
        all(
                new Intent.Undo(1),
                "undo last|previous version|back to the previous version|as it was before|udno");
        all(
                new Intent.Undo(1),
                "forget what i said|forget what i just said|forget last change|undo the last thing");
        all(
                new Intent.Undo(2),
                "undo both|undo the last both|undo twice|undo both of those|undo both changes");
        all(new Intent.StartOver(), "undo everything|scrap everything|wipe everything|start fresh");
        all(
                new Intent.StartOver(),
                "start afresh|start anew|drop everything|delete everything|remove everything");
        all(
                new Intent.StartOver(),
                "reset it|start a fresh cohort|new request|from the top|wipe it|clean slate");
        all(
                new Intent.Names(),
                "list my saved cohorts|list my saved versions|which cohorts have i saved");
        all(
                new Intent.Names(),
                "what names did i use|show my saved cohorts|which cohorts did i save|saved cohorts");
        all(
                new Intent.Names(),
                "what have i saved so far|list the saved cohorts|list saved cohorts");
        all(
                new Intent.Show(),
                "recap|remind me|show me|show me the cohort|show the cohort|current settings");
        all(
                new Intent.Show(),
                "show me the current state|repeat the request|read it back|read it back to me");
        all(
                new Intent.Help(),
                "help|what do|what i say|what i ask|how does this work|what do for me");
        all(
                new Intent.Help(),
                "what are your commands|what i do|what i do here|help me|what else do");
        all(new Intent.Help(), "what i ask for|how do i use this|what sort of things i ask for");
        all(new Intent.Make(java.util.Optional.empty()), "go|go ahead|do it|run it|run|make it so");
        all(new Intent.Make(java.util.Optional.empty()), "looks good generate it|generate|export");
    }

    private TalkPhrases() {}

    private static void all(Intent intent, String phrases) {
        for (String phrase : phrases.split("\\|")) {
            ALL.put(phrase, intent);
        }
    }

    /** Null when the words are no such message. */
    static Intent intent(String words) {
        return ALL.get(words);
    }
}
