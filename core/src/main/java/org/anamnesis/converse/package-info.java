/**
 * The use cases: understand, generate, answer, build the census. The only room that knows the whole
 * way; command line, chat and page call it and show what it returns.
 */
package org.anamnesis.converse;
