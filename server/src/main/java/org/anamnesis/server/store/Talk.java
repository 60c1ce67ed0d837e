package org.anamnesis.server.store;

import org.anamnesis.converse.Conversation;

/**
 * A conversation that is kept.
 *
 * @param id not to be guessed
 * @param owner whose it is; nobody else sees it
 * @param title what was asked first, shortened
 * @param state everything said and every version
 * @param turns how many were kept
 * @param changed milliseconds since 1970
 */
public record Talk(
        String id, String owner, String title, Conversation state, int turns, long changed) {}
