/** What is handed out in each training, as text that everybody can read: headings, lists, bold and links. */
export const MATERIALS = {
  allerVers: `# Aller vers

## Avant

- Venez à deux, jamais seul·e le soir.
- Vous n’êtes pas là pour régler une situation, mais pour **créer un lien**.

## Le premier pas

1. Arrêtez-vous à hauteur de regard, à un pas de distance.
2. Dites bonjour et votre prénom, puis demandez : « Est-ce que je vous dérange ? »
3. Écoutez plus que vous ne parlez. Le silence n’est pas un échec.

## Si la réponse est non

Remerciez et partez. **Un refus est une réponse.**

## En cas d’urgence

- Danger immédiat pour la santé : appelez le **15** ou le **112**.
- Personne à la rue en difficulté : appelez le **115**.

## Après

Parlez-en avec votre équipe. Ce qui vous a touché mérite d’être dit.`,

  reachingOut: `# Reaching out

## Before

- Come in pairs, never alone in the evening.
- You are not there to solve a situation but to **make contact**.

## The first step

1. Stop at eye level, one step away.
2. Say hello and your first name, then ask: “Am I disturbing you?”
3. Listen more than you talk. Silence is not a failure.

## If the answer is no

Say thank you and leave. **A no is an answer.**

## In an emergency

- Immediate danger to health: call **15** or **112**.
- Somebody in difficulty in the street: call **115**.`,

  femmesSansAbri: `# Femmes sans abri

## Pourquoi on les voit peu

Beaucoup de femmes se cachent pour se protéger : elles bougent la nuit, dorment le jour, soignent leur apparence.

## Ce qui aide

- Proposer, sans insister, un moment au calme.
- Parler d’hygiène et de santé **avec des mots simples**, sans gêne et sans public.
- Connaître les lieux réservés aux femmes et leurs horaires.

## Ce qui n’aide pas

- Poser des questions sur le passé.
- Promettre ce que l’on ne peut pas tenir.

## En cas de violence

Appelez le **3919** (écoute) ou le **17** (urgence).`,

  canicule: `# Canicule : veiller les uns sur les autres

## Se préparer en juin

- Faire la liste des voisins seuls, âgés ou malades, et **leur demander** s’ils veulent être appelés.
- Repérer près de chez soi un lieu frais et un point d’eau.

## Pendant

1. Volets fermés le jour, fenêtres ouvertes la nuit.
2. Un verre d’eau toutes les heures, même sans soif.
3. Un appel ou une visite **deux fois par jour** aux personnes de la liste.

## Reconnaître un coup de chaleur

Peau chaude et sèche, maux de tête, propos confus : appelez le **15**, mettez la personne à l’ombre et mouillez-la.`,

  dechets: `# Déchets : jeter moins, trier mieux

## Lire sa poubelle

Pesez-la une semaine. Séparez ce qui se mange, ce qui s’emballe et ce qui reste.

## Moins

- Acheter en vrac ce qui se garde.
- Refuser ce que l’on n’a pas demandé.

## Mieux

- **Dans le doute, on regarde la consigne** affichée dans le local.
- Le verre va au verre, vide et sans bouchon.

## Composter dans l’immeuble

1. Trouver trois voisins.
2. Demander l’accord de la copropriété ou du bailleur.
3. Choisir qui tourne, qui apporte le sec, qui récolte.`,

  alimentation: `# Alimentation : bon pour soi, bon pour le climat

## De saison

Affichez le mois en cours dans la cuisine et commencez par lui.

## Plus végétal, pas à pas

- Un repas, puis deux par semaine.
- Des légumes secs cuits d’avance : le temps gagné fait l’habitude.

## Ne rien perdre

- Une étagère « **à manger d’abord** » dans le réfrigérateur.
- Pain dur, fanes, épluchures : une recette pour chacun.`,

  mobilites: `# Mobilités du quotidien

## Comparer

Notez vos trajets d’une semaine : durée, coût, plaisir. Choisissez-en **un seul** à changer.

## À vélo

- Un essai le dimanche matin, sans sac.
- Rester visible, à distance des portières, signaler.

## Accompagner

Faites le trajet une première fois avec la personne : c’est souvent tout ce qui manquait.`,

  achats: `# Achats responsables

## Trois questions avant d’acheter

1. En ai-je **besoin**, ou envie ?
2. Quelqu’un peut-il me le prêter ?
3. Existe-t-il d’occasion ou réparé ?

## Faire durer

- Entretenir avant la panne.
- Apprendre un geste de réparation par saison.

## Lire une étiquette

Cherchez l’origine, la matière et la garantie, dans cet ordre.`,
} as const;
