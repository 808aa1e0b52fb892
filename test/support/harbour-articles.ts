import { markedArticle } from './articles.js'

/** Three articles on one invented affair, analysed by hand. */
export const harbourArticles = [
  markedArticle('harbour', {
    title: 'Council votes to close the old harbour',
    text: `The city council of Port Ellery voted 14 to 9 on Tuesday night to close the old harbour by March 2027.
“‹Maren Holt›We cannot keep dredging a basin that no ship has used in eleven years‹/›,” Mayor Maren Holt said. “‹Maren Holt›The money belongs in schools.‹/›”
Councillor Tomas Reyes said ‹Tomas Reyes›the decision would cost 340 jobs and break a promise made to the fishing families‹/›. He called the vote “‹Tomas Reyes›a betrayal in broad daylight‹/›.”
“‹Tomas Reyes›We will stand by this city whatever it costs, as it stood by us in the flood‹/›,” he added.
The dredging costs the city $2.4 million a year, because the channel silts up after every winter storm.
But the harbour master, Ingrid Solberg, warned that ‹Ingrid Solberg›the ferry to the outer islands has nowhere else to land‹/›.`,
    aliases: { 'Maren Holt': ['the mayor', 'Holt'], 'Ingrid Solberg': ['the harbour master'] },
  }),
  markedArticle('ferry', {
    title: 'Islanders fear for their ferry',
    text: `Residents of the outer islands gathered at the landing in Skarne on Thursday.
“‹Peter Solberg›Without the ferry there is no doctor, no school and no bread‹/›,” said Peter Solberg, who runs the only shop.
Two officials told the Ellery Courier that ‹Maren Holt via two officials›the mayor wants a new landing at Cape Runa before the winter‹/›.
The ferry made 1,460 crossings last year.
“‹Maren Holt›We will stand by this city and by its islands‹/›,” Holt said in a statement.`,
    aliases: { 'Maren Holt': ['the mayor'] },
  }),
  markedArticle('market', {
    title: 'Fish market reports a record autumn',
    text: `The fish market sold 5,200 tonnes of herring between September and November, its best autumn since 1998.
“‹?›Herring pays for everything here‹/›,” a voice called from the back of the hall.
Its director, Lucia Brandt, said ‹Lucia Brandt›prices had doubled since the spring‹/›.
“‹Lucia Brandt›We are not afraid of the council‹/›,” Brandt said.`,
  }),
]
