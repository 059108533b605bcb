import type { PostTopic } from '../bank';

export const posts: PostTopic[] = [
  { key: 'tour', subject: 'Your trips',
    posts: ['{Friday|Sunday} question: which trip did you call off, and why was it right? {Ours: [anytour], fog, no regrets.|Turning round is a skill.}', 'Where did you go {last weekend|on the long weekend}? {Show us!|Unfiltered, please.}', 'Best place you ever slept? {Keep the coordinates.|One sentence will do.}'],
    comments: ['Turned round {below the summit|a hundred metres short}, [anytour]. {Thunder two hours later.|Best decision.}', '[anytour!], {rain, blisters, joy|three days without meeting a soul}.', '{A hay barn|The bench outside the hut|Under an overhang} [anytour], {stars until we fell over|cowbells included}.', 'Called off because of {a bad back|forgotten poles|a row about chocolate}. {Still married.|No regrets.}', 'With my [P] by a {lake|glacier}. {Enough.|Frost on the fabric.}', 'No photo, {too beautiful|flat battery, full head}.', 'Balcony. {Counts, right?|With a three-year-old and a tent.}'],
    talk: [['Anyone been [anytour] {this year|lately}? How’s the path?', '{Fresh markings, two new bridges.|Worth it, but not on a weekend.}'], ['I find turning round so hard.', '{I agree on a time beforehand, then the clock decides.|Same. Not since my fall.}']],
    brandReplies: ['Balcony counts, [name]. {Twice.|Always.}', 'Thanks for the honesty, [name].', 'The whole office is jealous, [name].'] },
  { key: 'product', subject: 'News from the workshop',
    posts: ['From today we sell {every spare part singly|buckles, sliders and segments singly}, back to {2013|2014} models. {What’s missing?|What should we add?}', 'Honest maths: this is what the price of the [P] is made of. {Fabric 31, sewing 27, transport 4 per cent.|Full sum in the report.}'],
    comments: ['Finally! {Waited three years.|I take it all back.}', 'Missing: {the cord for the tarp|the tip of the poles|the child buckle}.', 'Respect, {nobody else dares|never seen anyone do that}.', 'Fair enough, but {[small] euros more is a lot for a family|still pricey}.', 'Can older models be {retrofitted|brought in}?'],
    talk: [['27 per cent for sewing, is that a lot?', '{Most are below ten.|Yes, and that’s why I think it’s fair.}']],
    brandReplies: ['On the list, [name], {thanks|good point}!', 'From {March|April} in the workshop, [name].'] },
];
