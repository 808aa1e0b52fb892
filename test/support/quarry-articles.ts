import { markedArticle } from './articles.js'

/** Four articles on a quarry, a strike and a clinic, all invented, analysed by hand. */
export const quarryArticles = [
  markedArticle('quarry', {
    title: 'Quarry at Vale Hollow may open in spring',
    text: `The planning board of Vale Hollow approved the limestone quarry on Monday by seven votes to four.
“‹Dora Quill›We will not sell the valley for a handful of jobs‹/›,” said Dora Quill, who farms below the ridge.
The company's director, Aron Pell, said ‹Aron Pell›the quarry would create 120 jobs and pay $1.5 million in taxes every year‹/›.
“‹Aron Pell›There’s no evidence that the dust harms anyone‹/›,” Pell said. “‹Aron Pell›We have measured it for twenty-five years.‹/›”
“‹Dora Quill›My grandmother used to tell us, ‘Never trust a man who counts trees,’ and she was right‹/›,” Quill said.
The geologist Mira Stenholm warned that ‹Mira Stenholm›blasting could drain the wells of the whole village‹/›.
“‹Mira Stenholm›Nobody knows how the water moves – nobody has looked – and that is reckless‹/›,” she wrote.`,
    aliases: { 'Aron Pell': ['the director'], 'Mira Stenholm': ['the geologist'] },
  }),
  markedArticle('strike', {
    title: 'Bus drivers walk out over night shifts',
    text: `Bus drivers in Lindmouth stopped work at midnight.
“‹Petra Voss›We are exhausted, and exhausted drivers cause accidents‹/›,” said Petra Voss, who leads the drivers' union.
The mayor, Ilya Brandt, told reporters ‹Ilya Brandt›the city could not afford a raise of nine per cent‹/›.
“‹Ilya Brandt›I don’t negotiate at four in the morning‹/›,” Brandt said.
“‹Petra Voss›They have cancelled our holidays, our breaks and our pensions‹/›,” Voss said. “‹Petra Voss›What will they cancel next?‹/›”
A passenger, Jon Ames, said ‹Jon Ames›he had walked eleven miles to the hospital because no bus came‹/›.
“‹Ilya Brandt›Public transport is the backbone of this town‹/›,” Brandt added.`,
    aliases: { 'Ilya Brandt': ['the mayor'] },
  }),
  markedArticle('council', {
    title: 'Council argues about the buses',
    text: `The council of Lindmouth met on Wednesday.
“‹Omar Reed›Public transport is the backbone of this town‹/›,” said Councillor Omar Reed, quoting the mayor.
Reed said ‹Omar Reed›the drivers deserved respect and a well-organised timetable‹/›.
“‹Sofia Lund›Taxes will rise before Christmas‹/›,” said the treasurer, Sofia Lund.`,
  }),
  markedArticle('clinic', {
    title: 'A clinic for the northern villages',
    text: `The health minister opened a clinic in Tarn on Friday.
“‹Hanna Weiss›No child should have to travel two hundred miles for a vaccination‹/›,” said the minister, Hanna Weiss.
“‹Hanna Weiss›It is finished‹/›,” she said as she cut the ribbon. “‹Hanna Weiss›Now the work begins.‹/›”
The mild-mannered surgeon Leo Farrow said ‹Leo Farrow›he had favoured the programme since 1998‹/›.
“‹Leo Farrow›Medicine is not a business‹/›,” Farrow said.`,
    aliases: { 'Hanna Weiss': ['the minister'] },
  }),
]
